// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that goes to a host of the house, signed, and where that sends it on to, unsigned: by the application's client,
 * as it was asked for.
 *
 * @param notFollowing a client like the original one that follows no redirect
 */
record SignedExchange<T>(
        HttpClient original, HttpClient notFollowing, HttpRequest request, HttpRequest signed, BodyHandler<T> handler) {

    HttpResponse<T> send() throws IOException, InterruptedException {
        HttpResponse<T> response = notFollowing.send(signed, firstHandler());
        HttpRequest next = next(response.statusCode(), response.headers());
        return next == null ? response : new RedirectedResponse<>(original.send(next, handler), response);
    }

    CompletableFuture<HttpResponse<T>> sendAsync(@Nullable PushPromiseHandler<T> pushed) {
        CompletableFuture<HttpResponse<T>> first = notFollowing.sendAsync(signed, firstHandler(), pushed);
        return notFollowing == original
                ? first
                : new FollowedExchange<>(first, response -> {
                    HttpRequest next = next(response.statusCode(), response.headers());
                    return next == null ? null : original.sendAsync(next, handler, pushed);
                });
    }

    /** The body of a redirect that is followed is nobody's. */
    @SuppressWarnings("NullAway")
    private BodyHandler<T> firstHandler() {
        return response -> next(response.statusCode(), response.headers()) == null
                ? handler.apply(response)
                : BodySubscribers.replacing(null);
    }

    private @Nullable HttpRequest next(int status, HttpHeaders headers) {
        String location = headers.firstValue("Location").orElse(null);
        Redirection next =
                Redirection.of(request.uri(), request.method(), status, location, original.followRedirects());
        return next == null ? null : JdkClients.redirected(request, next);
    }
}
