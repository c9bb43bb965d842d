// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import io.profiler.autoconfigure.Guard;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The application's client, whose requests are spans within a profiled request, and signed. */
final class TracedHttpClient extends LikeItsOriginal {

    private final SentCalls calls;

    TracedHttpClient(HttpClient original, SentCalls calls) {
        super(original);
        this.calls = calls;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        SentCall call = start(request);
        if (call == null) {
            return original.send(request, handler);
        }
        try {
            SignedExchange<T> exchange = signed(call, request, handler);
            HttpResponse<T> response =
                    exchange == null ? original.send(JdkClients.with(Map.of(), request), handler) : exchange.send();
            call.answered(response.statusCode());
            return response;
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        return sendAsync(request, handler, null);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushed) {
        SentCall call = start(request);
        if (call == null) {
            return original.sendAsync(request, handler, pushed);
        }
        try {
            SignedExchange<T> exchange = signed(call, request, handler);
            CompletableFuture<HttpResponse<T>> sent = exchange == null
                    ? original.sendAsync(JdkClients.with(Map.of(), request), handler, pushed)
                    : exchange.sendAsync(pushed);
            sent.whenComplete((response, failure) -> end(call, response, failure));
            return sent;
        } catch (Throwable failure) {
            call.failed(failure);
            throw failure;
        }
    }

    private static void end(SentCall call, @Nullable HttpResponse<?> response, @Nullable Throwable failure) {
        if (response != null) {
            call.answered(response.statusCode());
        } else if (failure != null) {
            call.failed(failure);
        }
    }

    /** Null for one that is neither profiled nor signed by somebody else: the bean sends it as ever. */
    private @Nullable SentCall start(HttpRequest request) {
        SentCall call = calls.start(request.method(), request.uri());
        return call == null && JdkClients.isSigned(request) ? SentCall.UNPROFILED : call;
    }

    /** Null if the request goes out without headers of a trace. */
    private <T> @Nullable SignedExchange<T> signed(SentCall call, HttpRequest request, BodyHandler<T> handler) {
        HttpRequest signed = signed(call, request);
        HttpClient sender = signed == null ? null : Guard.call(notFollowing::obtain);
        return signed == null || sender == null
                ? null
                : new SignedExchange<>(original, sender, request, signed, handler);
    }

    private @Nullable HttpRequest signed(SentCall call, HttpRequest request) {
        if (!call.headers().isEmpty()) {
            return Guard.call(() -> JdkClients.with(call.headers(), request));
        }
        return JdkClients.isSigned(request) && calls.maySendOn(request.uri()) ? request : null;
    }
}
