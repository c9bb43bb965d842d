// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import java.util.function.Supplier;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * Has builders of {@link WebClient} that an application makes without Spring Boot's send signed headers: those that would get
 * Spring's connector get the same one, which signs. One that has a connector of the application's keeps it.
 */
final class WebClientBuilderPostProcessor implements BeanPostProcessor {

    static final String OF_SPRING = "org.springframework.web.reactive.function.client.DefaultWebClientBuilder";

    private final SingletonSupplier<Signature> signature;

    WebClientBuilderPostProcessor(Supplier<Signature> signature) {
        this.signature = SingletonSupplier.of(signature);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof WebClient.Builder builder) {
            Guard.run(() -> sign(builder));
        }
        return bean;
    }

    private void sign(WebClient.Builder builder) {
        if (builder.getClass().getName().equals(OF_SPRING) && isWithoutConnector(builder)) {
            // As the connector that Spring makes itself.
            builder.clientConnector(new ReactorClientHttpConnector(
                    ReactorSigning.by(HttpClient.create().compress(true), signature.obtain())));
        }
    }

    private static boolean isWithoutConnector(WebClient.Builder builder) {
        DirectFieldAccessor fields = new DirectFieldAccessor(builder);
        return fields.isReadableProperty("connector")
                && fields.getPropertyValue("connector") == null
                && fields.isReadableProperty("exchangeFunction")
                && fields.getPropertyValue("exchangeFunction") == null;
    }
}
