// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.profiler.internal.OccasionalLog;
import io.profiler.otlp.internal.OtlpSpan;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.backend.FailureText;
import io.profiler.store.backend.Halving;
import io.profiler.store.otlp.internal.OtlpRequests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Sends spans by OTLP/HTTP, as compressed protobuf. The client is made when it is first needed. */
final class OtlpConnection {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final int SUCCESS = 2;
    private static final int TOO_LARGE = 413;

    /** What is wrong with these is the request itself. */
    private static final Set<Integer> REFUSED = Set.of(400, 415, 422);

    private final OtlpEndpoint endpoint;
    private final Duration connectTimeout;
    private final Duration answerTimeout;
    private final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(OtlpConnection.class));
    private @Nullable HttpClient client;

    OtlpConnection(OtlpEndpoint endpoint, Duration connectTimeout) {
        this(endpoint, connectTimeout, ANSWER_TIMEOUT);
    }

    OtlpConnection(OtlpEndpoint endpoint, Duration connectTimeout, Duration answerTimeout) {
        this.endpoint = endpoint;
        this.connectTimeout = connectTimeout;
        this.answerTimeout = answerTimeout;
    }

    /**
     * Sends spans; what is too large, by halves.
     *
     * @return how many of them are refused for good
     * @throws StoreUnavailableException if the same spans may be taken later
     */
    long send(List<OtlpSpan> spans) {
        return spans.isEmpty()
                ? 0
                : Halving.send(spans, this::sendAtOnce, TooLargeException.class::isInstance, this::refusedAlone)
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    private List<Long> sendAtOnce(List<OtlpSpan> spans) {
        HttpResponse<byte[]> response = post(OtlpRequests.of(spans).toByteArray());
        int status = response.statusCode();
        if (status == TOO_LARGE) {
            throw new TooLargeException();
        }
        if (status / 100 == SUCCESS) {
            return List.of(refusedInPart(response.body()));
        }
        if (REFUSED.contains(status)) {
            return List.of(refused(spans.size(), "answered " + status));
        }
        throw away("answered " + status, new IOException("status " + status));
    }

    private List<Long> refusedAlone(OtlpSpan span, RuntimeException tooLarge) {
        return List.of(refused(1, "answered " + TOO_LARGE));
    }

    private long refusedInPart(byte[] body) {
        try {
            var success = ExportTraceServiceResponse.parseFrom(body).getPartialSuccess();
            return success.getRejectedSpans() == 0 ? 0 : refused(success.getRejectedSpans(), success.getErrorMessage());
        } catch (InvalidProtocolBufferException noProtobuf) {
            return 0;
        }
    }

    private long refused(long spans, String reason) {
        log.warn(spans + " spans are dropped, because " + endpoint + " does not take them: " + reason);
        return spans;
    }

    private HttpResponse<byte[]> post(byte[] request) {
        try {
            return whole(client().sendAsync(request(request), BodyHandlers.ofByteArray()));
        } catch (IOException | UnresolvedAddressException failed) {
            throw away("does not answer: " + cause(failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw away("was not waited for", interrupted);
        }
    }

    /** The request's own timeout ends with the headers; a body that does not come would be waited for forever. */
    private HttpResponse<byte[]> whole(CompletableFuture<HttpResponse<byte[]>> response)
            throws IOException, InterruptedException {
        try {
            return response.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        } catch (TimeoutException late) {
            throw new IOException("its answer did not come in time", late);
        } finally {
            response.cancel(true);
        }
    }

    private HttpRequest request(byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.uri())
                .timeout(answerTimeout)
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "gzip")
                .header("User-Agent", "profiler")
                .POST(BodyPublishers.ofByteArray(compressed(body)));
        if (endpoint.authorization() != null) {
            request.header("Authorization", endpoint.authorization());
        }
        return request.build();
    }

    private static byte[] compressed(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new QuickGzip(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }

    private static String cause(Exception failed) {
        return failed instanceof ConnectException
                ? "connection refused, or the name server does not know it"
                : FailureText.firstLine(failed.getMessage(), failed.getClass().getSimpleName());
    }

    private StoreUnavailableException away(String reason, Exception cause) {
        return new StoreUnavailableException(endpoint + " " + reason, cause);
    }

    private HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(connectTimeout)
                    .build();
            client = made;
        }
        return made;
    }

    /** The receiver takes no request of that size. */
    private static final class TooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Spans that say much the same become hardly larger than by the usual level, in a third of its time. */
    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
