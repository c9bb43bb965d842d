// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import static java.util.Objects.requireNonNull;

import io.profiler.autoconfigure.DeclaredType;
import io.profiler.autoconfigure.Signature;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * The JDK's client sends what it was given to whatever host a redirect names. Signed requests therefore go out by a second
 * one that follows none.
 */
final class JdkClientPostProcessor implements BeanPostProcessor {

    private final SingletonSupplier<Signature> signature;
    private final ConfigurableListableBeanFactory beanFactory;

    JdkClientPostProcessor(Supplier<Signature> signature, ConfigurableListableBeanFactory beanFactory) {
        this.signature = SingletonSupplier.of(signature);
        this.beanFactory = beanFactory;
    }

    /** A builder that others can ask for by its class stays what it is. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof JdkClientHttpRequestFactoryBuilder jdk && DeclaredType.isInterface(beanFactory, beanName)
                ? signing(jdk)
                : bean;
    }

    ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory> signing(JdkClientHttpRequestFactoryBuilder builder) {
        return settings -> factory(builder, settings);
    }

    private ClientHttpRequestFactory factory(
            JdkClientHttpRequestFactoryBuilder builder, @Nullable HttpClientSettings settings) {
        AtomicReference<HttpClient.Builder> used = new AtomicReference<>();
        ClientHttpRequestFactory original =
                builder.withHttpClientCustomizer(used::set).build(settings);
        return new SigningRequestFactory(
                original,
                () -> singleHops(builder, settings, requireNonNull(used.get()).build()),
                signature.obtain());
    }

    /** What customizers have set is asked of a client like the original; they may make another store of cookies each time. */
    private static SingleHops singleHops(
            JdkClientHttpRequestFactoryBuilder builder, @Nullable HttpClientSettings settings, HttpClient alike) {
        ClientHttpRequestFactory sender = builder.withHttpClientCustomizer(client -> {
                    client.followRedirects(HttpClient.Redirect.NEVER);
                    alike.cookieHandler().ifPresent(client::cookieHandler);
                })
                .build(settings);
        return new SingleHops(sender, alike.followRedirects());
    }
}
