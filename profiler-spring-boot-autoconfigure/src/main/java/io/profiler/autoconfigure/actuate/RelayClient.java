// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to this machine, by no proxy, and follows no redirection. */
final class RelayClient implements AutoCloseable {

    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int KEPT_BYTES = 64 * 1024;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newCachedThreadPool(RelayClient::thread);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(LONGEST_CONNECT)
            .executor(threads)
            .build();
    private final Duration longest;

    /**
     * @param longest how long an answer may take, to its end
     */
    RelayClient(Duration longest) {
        this.longest = longest;
    }

    /** A thread that keeps no application in memory. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "profiler-relay");
        thread.setDaemon(true);
        thread.setContextClassLoader(RelayClient.class.getClassLoader());
        return thread;
    }

    /**
     * Waits for an answer.
     *
     * @throws RelayException if it does not come
     */
    HttpResponse<FirstBytes.Body> send(HttpRequest request) {
        CompletableFuture<HttpResponse<FirstBytes.Body>> answer =
                client.sendAsync(request, head -> new FirstBytes(KEPT_BYTES));
        try {
            return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new RelayException(
                    GATEWAY_TIMEOUT, "the application did not end its answer within " + longest.toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw new RelayException(BAD_GATEWAY, "the application's own port gave no answer: " + reason(failed));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RelayException(BAD_GATEWAY, "the application is stopping");
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause();
        return cause instanceof IOException ? cause.getClass().getSimpleName() : String.valueOf(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
