// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import static java.util.Objects.requireNonNull;

import io.profiler.autoconfigure.Signature;
import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * The JDK's client sends what it was given to whatever host a redirect names. Signed requests therefore go out by a second
 * one that follows none.
 */
final class JdkClientCustomizer
        implements ClientHttpRequestFactoryBuilderCustomizer<ClientHttpRequestFactoryBuilder<?>> {

    private final Signature signature;

    JdkClientCustomizer(Signature signature) {
        this.signature = signature;
    }

    @Override
    public ClientHttpRequestFactoryBuilder<?> customize(ClientHttpRequestFactoryBuilder<?> builder) {
        return builder instanceof JdkClientHttpRequestFactoryBuilder jdk
                ? (ClientHttpRequestFactoryBuilder<ClientHttpRequestFactory>) settings -> factory(jdk, settings)
                : builder;
    }

    private ClientHttpRequestFactory factory(
            JdkClientHttpRequestFactoryBuilder builder, @Nullable HttpClientSettings settings) {
        AtomicReference<HttpClient.Builder> used = new AtomicReference<>();
        ClientHttpRequestFactory original =
                builder.withHttpClientCustomizer(used::set).build(settings);
        return new SigningRequestFactory(
                original,
                () -> singleHops(builder, settings, requireNonNull(used.get()).build()),
                signature);
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
