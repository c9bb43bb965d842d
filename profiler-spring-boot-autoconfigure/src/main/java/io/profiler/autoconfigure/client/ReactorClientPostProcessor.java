// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.Signature;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.function.SingletonSupplier;
import reactor.netty.http.client.HttpClient;

/**
 * Has clients of Reactor Netty that are beans send signed headers, such as the one by which Spring Cloud Gateway sends requests
 * on. One of a class of the application's own is left alone, since what it gives in its place need not be of that class.
 */
final class ReactorClientPostProcessor implements BeanPostProcessor {

    private static final String OF_NETTY = "reactor.netty.http.client.HttpClientConnect";

    private final SingletonSupplier<Signature> signature;

    ReactorClientPostProcessor(Supplier<Signature> signature) {
        this.signature = SingletonSupplier.of(signature);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        Object signing = bean instanceof HttpClient client ? Guard.call(() -> signing(client)) : null;
        return signing == null ? bean : signing;
    }

    private HttpClient signing(HttpClient client) {
        return client.getClass().getName().equals(OF_NETTY) ? ReactorSigning.by(client, signature.obtain()) : client;
    }
}
