// SPDX-License-Identifier: Apache-2.0
package io.profiler.otlp.internal;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceParent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span as OpenTelemetry has it, mapped as OSprofiler's {@code otlp.py} does, with today's semantic conventions beside.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentSpanId 16 hexadecimal digits; empty at the top
 * @param name what it is about
 * @param kind its role
 * @param startEpochNanos when it began, in nanoseconds since 1970; the nearest time that fits in, 0 if nobody knows
 * @param endEpochNanos when it ended; when it began if nobody knows
 * @param resource what produced it
 * @param attributes texts, whole numbers, fractions and truth values by name
 * @param error the error that ended it, null if none did
 * @param caller the span of another trace that the request came with, null if it came with none
 */
public record OtlpSpan(
        String traceId,
        String spanId,
        String parentSpanId,
        String name,
        Kind kind,
        long startEpochNanos,
        long endEpochNanos,
        Map<String, Object> resource,
        Map<String, Object> attributes,
        @Nullable Error error,
        @Nullable TraceParent caller) {

    /** Name of the event that tells of an error; OSprofiler's is "log", which no tool takes for an exception. */
    public static final String ERROR_EVENT = "exception";

    /** OpenTelemetry's kinds, of which OSprofiler's mapping knows three. */
    public enum Kind {
        /** Work within the service. */
        INTERNAL(1),
        /** A request that the service answers. */
        SERVER(2),
        /** A call of another service. */
        CLIENT(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** {@return the value on the wire} */
        public int number() {
            return number;
        }
    }

    /**
     * What ended a span.
     *
     * @param type type of the error
     * @param message its message, may be empty
     */
    public record Error(String type, String message) {

        /** {@return attributes of the event that tells of it, by OSprofiler's names and the semantic conventions'} */
        public Map<String, Object> attributes() {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("error.kind", type);
            attributes.put("message", message);
            attributes.put("exception.type", type);
            attributes.put("exception.message", message);
            return attributes;
        }
    }

    public OtlpSpan {
        resource = inOrder(resource);
        attributes = inOrder(attributes);
    }

    /** A copy by {@link Map#copyOf} would be in another order in each process. */
    private static Map<String, Object> inOrder(Map<String, Object> members) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * The span of a start and a stop; if one is missing, its attributes say so.
     *
     * @param start the point that starts the span, null if it is missing
     * @param stop the point that ends it, null if it is missing
     * @return the span
     * @throws IllegalArgumentException if both points are missing
     */
    public static OtlpSpan of(@Nullable TracePoint start, @Nullable TracePoint stop) {
        TracePoint first = start == null ? stop : start;
        if (first == null) {
            throw new IllegalArgumentException("a span without a point");
        }
        return new OtlpSpan(
                OtlpIds.traceId(first.baseId()),
                OtlpIds.spanId(first.traceId()),
                first.baseId().equals(first.parentId()) ? "" : OtlpIds.spanId(first.parentId()),
                SpanNames.name(first),
                SpanNames.kind(first.name()),
                epochNanos(first, stop),
                epochNanos(stop, first),
                resource(first),
                new SpanAttributes().addStart(start).addStop(stop).attributes(),
                stop == null ? null : error(stop),
                start == null ? null : caller(start.info().get(TraceParent.HEADER)));
    }

    private static @Nullable TraceParent caller(@Nullable Object told) {
        return told instanceof String header ? TraceParent.of(header).orElse(null) : null;
    }

    private static Map<String, Object> resource(TracePoint point) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("service.name", point.project() + "-" + point.service());
        if (point.host() != null) {
            resource.put("host.name", point.host());
        }
        return resource;
    }

    private static @Nullable Error error(TracePoint stop) {
        Object type = stop.errorType();
        return type == null
                ? null
                : new Error(type.toString(), Objects.toString(stop.info().get("message"), ""));
    }

    /** On the wire a time is not negative, and 0 is one that nobody knows. */
    private static long epochNanos(@Nullable TracePoint point, @Nullable TracePoint otherwise) {
        Instant time = time(point);
        Instant known = time == null ? time(otherwise) : time;
        return known == null ? 0 : Math.max(0, TimeUnit.NANOSECONDS.convert(Duration.between(Instant.EPOCH, known)));
    }

    private static @Nullable Instant time(@Nullable TracePoint point) {
        return point == null ? null : PointTime.parse(point.timestamp());
    }
}
