// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import feign.Capability;
import io.micrometer.observation.ObservationRegistry;
import io.profiler.autoconfigure.CallDescription;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.autoconfigure.Signature;
import java.net.http.HttpClient;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/**
 * Traces and signs what is sent by HTTP clients of which Spring observes nothing: those of the JDK that are beans, and
 * declared ones of Feign.
 *
 * @since 0.1
 */
@AutoConfiguration(after = {ProfilerAutoConfiguration.class, ProfilerClientAutoConfiguration.class})
@ConditionalOnBean(Signature.class)
@ConditionalOnBooleanProperty(value = "profiler.trace-http-clients", matchIfMissing = true)
public final class ProfilerHttpClientAutoConfiguration {

    @Bean("io.profiler.sentCalls")
    SentCalls profilerSentCalls(
            Signature signature, CallDescription description, ObjectProvider<ObservedCalls> observed) {
        return new SentCalls(signature, description, observed.getIfAvailable(() -> () -> false));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    static class ObservationConfiguration {

        @Bean("io.profiler.observedCalls")
        ObservedCalls profilerObservedCalls(ObjectProvider<ObservationRegistry> registry) {
            return new CurrentObservation(registry);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HttpClient.class)
    static class JdkConfiguration {

        @Bean("io.profiler.httpClients")
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static HttpClientPostProcessor profilerHttpClients(ObjectProvider<SentCalls> calls) {
            return new HttpClientPostProcessor(calls::getObject);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Capability.class)
    static class FeignConfiguration {

        @Bean("io.profiler.feignCapability")
        FeignCapability profilerFeignCapability(
                Signature signature,
                CallDescription description,
                ProfilerProperties properties,
                ObjectProvider<SentCalls> calls,
                ListableBeanFactory beans,
                Environment environment) {
            return new FeignCapability(() -> ObservedFeign.isSpans(properties, beans, environment)
                    ? new SentCalls(signature, description, () -> true)
                    : calls.getObject());
        }
    }
}
