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
import org.jspecify.annotations.Nullable;

/**
 * Waits for what a service answers.
 *
 * @param service its host and port, for messages
 * @param patience how long; null for as long as it takes
 */
record HttpAnswer(String service, @Nullable Duration patience) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /** @throws CommandFailure if there is none */
    HttpResponse<byte[]> to(HttpRequest request, BodyHandler<byte[]> reading) {
        CompletableFuture<HttpResponse<byte[]>> answer = CLIENT.sendAsync(request, reading);
        try {
            return patience == null ? answer.get() : answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw none(reason(Objects.requireNonNullElse(failed.getCause(), failed)));
        } catch (TimeoutException late) {
            throw none("it did not come to an end within " + patience.toSeconds() + " seconds");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private CommandFailure none(String reason) {
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
