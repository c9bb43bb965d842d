// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Signature;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.util.Map;

/** Clients and requests of the JDK like others, but for one thing. */
final class JdkClients {

    private JdkClients() {}

    /** One that is like another, as far as that tells, but follows no redirect. */
    static HttpClient notFollowing(HttpClient client) {
        if (client.followRedirects() == Redirect.NEVER) {
            return client;
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .version(client.version())
                .sslContext(client.sslContext())
                .sslParameters(client.sslParameters());
        client.cookieHandler().ifPresent(builder::cookieHandler);
        client.connectTimeout().ifPresent(builder::connectTimeout);
        client.proxy().ifPresent(builder::proxy);
        client.authenticator().ifPresent(builder::authenticator);
        client.executor().ifPresent(builder::executor);
        return builder.build();
    }

    /** The same request, with no other headers of a trace than some. */
    static HttpRequest with(Map<String, String> signature, HttpRequest request) {
        if (signature.isEmpty() && !isSigned(request)) {
            return request;
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(request, (name, value) -> !Signature.has(name));
        signature.forEach(builder::setHeader);
        return builder.build();
    }

    /** As one is that the application passes on with what it came with. */
    static boolean isSigned(HttpRequest request) {
        return Signature.isIn(name -> request.headers().firstValue(name).isPresent());
    }

    /** What a redirect makes of a request. */
    static HttpRequest redirected(HttpRequest request, Redirection next) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request, (name, value) -> next.takes(name))
                .uri(next.uri());
        return next.keepsBody()
                ? builder.build()
                : builder.method(next.method(), HttpRequest.BodyPublishers.noBody())
                        .build();
    }
}
