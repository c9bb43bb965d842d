// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.http.HttpClient.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
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
        boolean follows = settings == null || settings.redirects() != HttpRedirects.DONT_FOLLOW;
        return new SigningRequestFactory(
                builder.build(settings),
                () -> builder.withHttpClientCustomizer(client -> client.followRedirects(Redirect.NEVER))
                        .build(settings),
                follows,
                signature);
    }
}
