// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.HouseHosts;
import io.profiler.autoconfigure.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ClientHttpRequestFactory;

/** The builder of the JDK's client that signs is no obstacle for what the application does with builders. */
class JdkClientBuilderTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    HttpClientAutoConfiguration.class,
                    ImperativeHttpClientAutoConfiguration.class,
                    ProfilerClientAutoConfiguration.class))
            .withBean(Signature.class, () -> new Signature(new HouseHosts(List.of())))
            .withPropertyValues("profiler.enabled=true", "spring.http.clients.imperative.factory=jdk");

    @Test
    void eachCustomizerFindsTheBuilderThatItIsFor() {
        runner.withUserConfiguration(Customized.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Customized.class).customized).isTrue();
            assertThat(context.getBean(ClientHttpRequestFactory.class)).isInstanceOf(SigningRequestFactory.class);
        });
    }

    @Test
    void aBuilderThatIsKnownByItsClassStaysOfThatClass() {
        runner.withUserConfiguration(Own.class)
                .run(context -> assertThat(context).hasSingleBean(JdkClientHttpRequestFactoryBuilder.class));
    }

    static class Customized {

        private boolean customized;

        /** Without an order, so that it is the last one. */
        @Bean
        ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> customizer() {
            return builder -> {
                customized = true;
                return builder;
            };
        }
    }

    static class Own {

        @Bean
        JdkClientHttpRequestFactoryBuilder builder() {
            return ClientHttpRequestFactoryBuilder.jdk();
        }
    }
}
