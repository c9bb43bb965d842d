// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for what a service answers.
 *
 * @param service its host and port, for messages
 * @param deadline how long
 */
record HttpAnswer(String service, Deadline deadline) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /**
     * The answer as soon as it is what the handler makes of its body.
     *
     * @throws TimeoutException if it has not come by then
     * @throws CommandFailure if there is none
     */
    <T> HttpResponse<T> to(HttpRequest request, BodyHandler<T> reading) throws TimeoutException {
        CompletableFuture<HttpResponse<T>> answer = CLIENT.sendAsync(request, reading);
        try {
            return answer.get(deadline.leftNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw none(reason(Objects.requireNonNullElse(failed.getCause(), failed)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    CommandFailure none(String reason) {
        return new CommandFailure("no response from " + service + ": " + reason);
    }

    private static String reason(Throwable failed) {
        if (failed instanceof HttpConnectTimeoutException) {
            return "it cannot be reached";
        }
        if (failed instanceof ConnectException) {
            return "nobody listens there, or the name is unknown";
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
