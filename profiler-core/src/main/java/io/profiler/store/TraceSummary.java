// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.internal.BoundedTime;
import io.profiler.internal.Surrogates;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of traces.
 *
 * @param baseId id of the trace
 * @param timestamp when it began, or for a list of failed traces when its last error was; in the format of
 *     {@link io.profiler.point.TracePoint#timestamp()}
 * @param name the request that its first point is about, {@code GET /v2/queues}, else that point's span; null if the
 *     trace has no points any more
 * @param service service that its first point names
 * @param startedAt when its first point was, null if that point's timestamp is none
 * @param duration from its first point to its last, without the pauses between its requests
 * @param requests how many requests it is made of: more than one where the same headers were sent again
 * @param spans how many spans it has
 * @param errors how many of them ended in an error
 * @param status HTTP status that its first request was answered with; null if that is not known: the request has not ended,
 *     is none of HTTP, or whoever wrote it does not tell, as OSprofiler
 * @since 0.1
 */
public record TraceSummary(
        String baseId,
        String timestamp,
        @Nullable String name,
        @Nullable String service,
        @Nullable Instant startedAt,
        Duration duration,
        long requests,
        long spans,
        long errors,
        @Nullable Integer status) {

    private static final int LOWEST_OF_ERRORS = 400;
    private static final int LONGEST_NAME = 300;

    /** Cuts names and services that are longer than 300 characters: a list holds many. */
    public TraceSummary {
        name = cut(name);
        service = cut(service);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST_NAME
                ? text
                : Surrogates.beginning(text, LONGEST_NAME - 1) + "…";
    }

    /**
     * {@return a trace of which no more is known than that it failed: an index names it, and its points are gone}
     *
     * @param baseId id of the trace
     * @param lastErrorAt timestamp of the point with its last error, in the format of trace points
     */
    public static TraceSummary ofFailed(String baseId, String lastErrorAt) {
        return new TraceSummary(baseId, lastErrorAt, null, null, null, Duration.ZERO, 0, 0, 0, null);
    }

    /**
     * {@return the same trace in a list of failed ones, where its timestamp is that of its last error}
     *
     * @param lastErrorAt that timestamp, in the format of trace points
     */
    public TraceSummary withLastError(String lastErrorAt) {
        return new TraceSummary(
                baseId, lastErrorAt, name, service, startedAt, duration, requests, spans, errors, status);
    }

    /**
     * {@return the same trace, made of several requests}
     *
     * @param requests how many
     * @param duration how long they took, without the pauses between them
     */
    public TraceSummary withRequests(long requests, Duration duration) {
        return new TraceSummary(baseId, timestamp, name, service, startedAt, duration, requests, spans, errors, status);
    }

    /**
     * {@return the same trace, with no fewer spans and errors than these; for a backend that counts more than it shows}
     *
     * @param spans how many spans at least
     * @param errors how many errors at least
     */
    public TraceSummary withAtLeast(long spans, long errors) {
        return new TraceSummary(
                baseId,
                timestamp,
                name,
                service,
                startedAt,
                duration,
                requests,
                Math.max(this.spans, spans),
                Math.max(this.errors, errors),
                status);
    }

    /**
     * {@return the same trace, answered with this status}
     *
     * @param status of HTTP, null if it is not known
     */
    public TraceSummary withStatus(@Nullable Integer status) {
        return new TraceSummary(baseId, timestamp, name, service, startedAt, duration, requests, spans, errors, status);
    }

    /** {@return whether it was answered with a status of 400 or above; where none is known, whether a span ended in an error} */
    public boolean isFailed() {
        return status == null ? errors > 0 : status >= LOWEST_OF_ERRORS;
    }

    /**
     * {@return the members of an object of JSON, as the command and the endpoint list traces; what is not known is null} The
     * map is the caller's own.
     */
    public Map<String, @Nullable Object> toDocument() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("base_id", baseId);
        document.put("timestamp", timestamp);
        document.put("name", name);
        document.put("service", service);
        document.put("started_at", startedAt == null ? null : startedAt.toString());
        document.put("duration_micros", BoundedTime.micros(duration));
        document.put("requests", requests);
        document.put("spans", spans);
        document.put("errors", errors);
        document.put("status", status);
        document.put("failed", isFailed());
        return document;
    }
}
