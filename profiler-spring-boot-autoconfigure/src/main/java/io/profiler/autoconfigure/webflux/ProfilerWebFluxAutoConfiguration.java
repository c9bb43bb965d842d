// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.admission.Admission;
import io.profiler.autoconfigure.PathPrefix;
import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.ProfilerProperties;
import io.profiler.autoconfigure.RequestDescription;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.trace.Profiler;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * The filter of reactive web applications.
 *
 * @since 0.1
 */
@AutoConfiguration(after = ProfilerAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass({WebFilter.class, Mono.class})
@ConditionalOnBean(HeaderVerifier.class)
public final class ProfilerWebFluxAutoConfiguration {

    /** Before everything whose time a profile should show. */
    public static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean("io.profiler.webFilter")
    ProfilerWebFilter profilerWebFilter(
            HeaderVerifier verifier,
            Admission admission,
            Profiler profiler,
            ProfilerProperties properties,
            RequestDescription description,
            ListableBeanFactory beans,
            Environment environment) {
        ExchangeSpans spans = new ExchangeSpans(properties.traceWsgiTransport(), description, new UnknownErrors(beans));
        String basePath = PathPrefix.ofWebFlux(environment);
        return new ProfilerWebFilter(new ExchangeProfiling(verifier, admission, profiler, spans, basePath));
    }

    /** What sees the phases of a request by what WebFlux offers to applications. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DispatcherHandler.class)
    @ConditionalOnBooleanProperty("profiler.trace-wsgi-transport")
    static class PhasesConfiguration {

        @Bean("io.profiler.innerWebFilter")
        InnerWebFilter profilerInnerWebFilter() {
            return new InnerWebFilter();
        }

        @Bean("io.profiler.foundHandlers")
        FoundHandlers profilerFoundHandlers() {
            return new FoundHandlers();
        }

        @Bean("io.profiler.handledResults")
        HandledResults profilerHandledResults() {
            return new HandledResults();
        }
    }
}
