// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.ProfilerAutoConfiguration;
import io.profiler.autoconfigure.Signature;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * Has those HTTP clients send signed headers whose redirects can be told from what the application asked for: that of
 * the JDK, Apache's and Reactor Netty's below RestClient and RestTemplate, and the last below WebClient, as Spring Boot
 * builds them.
 *
 * @since 0.1
 */
@AutoConfiguration(after = ProfilerAutoConfiguration.class)
@ConditionalOnBean(Signature.class)
public final class ProfilerClientAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ClientHttpRequestFactory.class, ClientHttpRequestFactoryBuilder.class})
    static class JdkConfiguration {

        /** No customizer: all of them, however they are ordered, have to find the builder as it was. */
        @Bean("io.profiler.jdkClientBuilders")
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static JdkClientPostProcessor profilerJdkClientBuilders(
                ObjectProvider<Signature> signature, ConfigurableListableBeanFactory beanFactory) {
            return new JdkClientPostProcessor(signature::getObject, beanFactory);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HttpClientBuilder.class, ClientHttpRequestFactoryBuilderCustomizer.class})
    static class ApacheConfiguration {

        @Bean("io.profiler.apacheClientCustomizer")
        ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder>
                profilerApacheClientCustomizer(Signature signature) {
            return builder -> builder.withHttpClientCustomizer(
                    client -> client.addRequestInterceptorLast(new ApacheSigning(signature)));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HttpClient.class, ClientHttpRequestFactoryBuilderCustomizer.class})
    static class BlockingReactorConfiguration {

        @Bean("io.profiler.blockingReactorClientCustomizer")
        ClientHttpRequestFactoryBuilderCustomizer<ReactorClientHttpRequestFactoryBuilder>
                profilerBlockingReactorClientCustomizer(Signature signature) {
            return builder -> builder.withHttpClientCustomizer(client -> ReactorSigning.by(client, signature));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HttpClient.class, ClientHttpConnectorBuilderCustomizer.class})
    static class ReactorConfiguration {

        @Bean("io.profiler.reactorClientCustomizer")
        ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> profilerReactorClientCustomizer(
                Signature signature) {
            return builder -> builder.withHttpClientCustomizer(client -> ReactorSigning.by(client, signature));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HttpClient.class)
    static class ReactorBeanConfiguration {

        @Bean("io.profiler.reactorClients")
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static ReactorClientPostProcessor profilerReactorClients(ObjectProvider<Signature> signature) {
            return new ReactorClientPostProcessor(signature::getObject);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HttpClient.class, WebClient.class})
    static class WebClientConfiguration {

        @Bean("io.profiler.webClientBuilders")
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static WebClientBuilderPostProcessor profilerWebClientBuilders(ObjectProvider<Signature> signature) {
            return new WebClientBuilderPostProcessor(signature::getObject);
        }
    }
}
