// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.client;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The response to a request, or to what it is sent on to. Whoever cancels it cancels what is under way. */
final class FollowedExchange<T> extends CompletableFuture<HttpResponse<T>> {

    private volatile CompletableFuture<HttpResponse<T>> underWay;

    /**
     * @param sentOn sends the next request that a response asks for; null if it asks for none
     */
    FollowedExchange(
            CompletableFuture<HttpResponse<T>> first,
            Function<HttpResponse<T>, @Nullable CompletableFuture<HttpResponse<T>>> sentOn) {
        this.underWay = first;
        first.whenComplete((response, failure) -> {
            if (failure != null) {
                completeExceptionally(failure);
            } else {
                follow(response, sentOn);
            }
        });
    }

    private void follow(
            HttpResponse<T> response, Function<HttpResponse<T>, @Nullable CompletableFuture<HttpResponse<T>>> sentOn) {
        try {
            CompletableFuture<HttpResponse<T>> next = isDone() ? null : sentOn.apply(response);
            if (next == null) {
                complete(response);
            } else {
                follow(response, next);
            }
        } catch (RuntimeException | Error unsendable) {
            completeExceptionally(unsendable);
        }
    }

    private void follow(HttpResponse<T> first, CompletableFuture<HttpResponse<T>> next) {
        underWay = next;
        next.whenComplete((response, failure) -> {
            if (failure != null) {
                completeExceptionally(failure);
            } else {
                complete(new RedirectedResponse<>(response, first));
            }
        });
        if (isCancelled()) {
            next.cancel(true);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        underWay.cancel(mayInterruptIfRunning);
        return cancelled;
    }
}
