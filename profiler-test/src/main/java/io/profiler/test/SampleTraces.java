// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Made-up traces, of which each time is given in seconds after midnight of one day, plus 123456 microseconds.
 *
 * @since 0.1
 */
public final class SampleTraces {

    private SampleTraces() {}

    /**
     * {@return the two points of a request {@code wsgi} at the top of a trace, which begins and ends at given times}
     *
     * @param baseId id of the trace
     * @param first timestamp of its start, in the format of trace points
     * @param last timestamp of its stop
     */
    public static List<TracePoint> at(String baseId, String first, String last) {
        String traceId = UUID.randomUUID().toString();
        Map<String, Object> info = Map.of("host", "host-1");
        return List.of(
                new TracePoint("wsgi-start", baseId, traceId, baseId, first, info, "demo", "api"),
                new TracePoint("wsgi-stop", baseId, traceId, baseId, last, info, "demo", "api"));
    }

    /**
     * {@return the two points of a span that takes one second, in a list that cannot be changed}
     *
     * @param baseId id of the trace
     * @param parentId id of the span above; the base id at the top
     * @param name without {@code -start} and {@code -stop}
     * @param second when it begins
     */
    public static List<TracePoint> span(String baseId, String parentId, String name, int second) {
        String traceId = UUID.randomUUID().toString();
        return List.of(
                point(baseId, traceId, parentId, name + "-start", second, Map.of("host", "host-1")),
                point(baseId, traceId, parentId, name + "-stop", second + 1, Map.of("host", "host-1")));
    }

    /**
     * {@return the two points of a request {@code wsgi} at the top of a trace}
     *
     * @param baseId id of the trace
     * @param second when it begins
     * @param seconds how long it takes
     */
    public static List<TracePoint> lasting(String baseId, int second, int seconds) {
        String traceId = UUID.randomUUID().toString();
        return List.of(
                point(baseId, traceId, baseId, "wsgi-start", second, Map.of("host", "host-1")),
                point(baseId, traceId, baseId, "wsgi-stop", second + seconds, Map.of("host", "host-1")));
    }

    /**
     * {@return the two points of a request {@code wsgi} at the top of a trace that is answered after one second}
     *
     * @param baseId id of the trace
     * @param second when it begins
     * @param status HTTP status of the answer
     */
    public static List<TracePoint> answered(String baseId, int second, int status) {
        return answered(baseId, second, 1, status);
    }

    /**
     * {@return the two points of a request {@code wsgi} at the top of a trace}
     *
     * @param baseId id of the trace
     * @param second when it begins
     * @param seconds how long it takes until it is answered
     * @param status HTTP status of the answer
     */
    public static List<TracePoint> answered(String baseId, int second, int seconds, int status) {
        String traceId = UUID.randomUUID().toString();
        Map<String, Object> answer = Map.of("host", "host-1", "response", Map.of("status", status));
        return List.of(
                point(baseId, traceId, baseId, "wsgi-start", second, Map.of("host", "host-1")),
                point(baseId, traceId, baseId, "wsgi-stop", second + seconds, answer));
    }

    /**
     * {@return the six points of three spans in seven seconds, {@code GET /v2/queues} and two others, the last of which
     * failed} The request's span has the id {@code BASE_ID-root}.
     *
     * @param baseId id of the trace
     * @param second when it begins
     */
    public static List<TracePoint> requestWithAFailedQuery(String baseId, int second) {
        Map<String, Object> request = Map.of("method", "GET", "path", "/v2/queues", "query", "", "scheme", "http");
        List<TracePoint> points = new ArrayList<>();
        points.add(point(
                baseId, baseId + "-root", baseId, "wsgi-start", second, Map.of("host", "host-1", "request", request)));
        points.addAll(span(baseId, baseId + "-root", "controller", second + 1));
        points.addAll(failedSpan(baseId, second + 2));
        points.add(point(baseId, baseId + "-root", baseId, "wsgi-stop", second + 7, Map.of("host", "host-1")));
        return points;
    }

    /**
     * {@return the two points of a request {@code wsgi} that ends in a {@code ValueError} after one second}
     *
     * @param baseId id of the trace
     * @param second when it begins
     */
    public static List<TracePoint> failedSpan(String baseId, int second) {
        String traceId = UUID.randomUUID().toString();
        return List.of(
                point(baseId, traceId, baseId, "wsgi-start", second, Map.of("host", "host-1")),
                point(
                        baseId,
                        traceId,
                        baseId,
                        "wsgi-stop",
                        second + 1,
                        Map.of("etype", "ValueError", "message", "boom", "host", "host-1")));
    }

    /**
     * {@return a trace with what its services say at the end of its requests: all that they made is stored}
     *
     * @param trace its points, which stay in their order; each stop at the top gets a manifest before it
     */
    public static List<TracePoint> withManifests(List<TracePoint> trace) {
        List<TracePoint> told = new ArrayList<>();
        for (TracePoint point : trace) {
            if (point.isStop() && point.parentId().equals(point.baseId())) {
                told.add(manifest(point, new Manifest(trace.size() / 2, trace.size(), Map.of(), 0)));
            }
            told.add(point);
        }
        return told;
    }

    /**
     * {@return the point that is written right before the stop of a request's span}
     *
     * @param stop of that span, whose ids and time it has
     * @param manifest what it says
     */
    public static TracePoint manifest(TracePoint stop, Manifest manifest) {
        return new TracePoint(
                Manifest.nameFor(stop.name().split("-", 2)[0]),
                stop.baseId(),
                stop.traceId(),
                stop.parentId(),
                stop.timestamp(),
                manifest.toInfo("host-1"),
                stop.project(),
                stop.service());
    }

    /**
     * {@return a point of the service {@code demo/api}}
     *
     * @param baseId id of the trace
     * @param traceId id of the span
     * @param parentId id of the span above; the base id at the top
     * @param name whole, with {@code -start} or {@code -stop}
     * @param second when it was made
     * @param info not copied
     */
    public static TracePoint point(
            String baseId, String traceId, String parentId, String name, int second, Map<String, Object> info) {
        return new TracePoint(name, baseId, traceId, parentId, timestamp(second), info, "demo", "api");
    }

    /**
     * {@return the timestamp of a second, as trace points have it}
     *
     * @param second 0 to 86,399
     */
    public static String timestamp(int second) {
        return String.format(
                Locale.ROOT, "2026-01-31T%02d:%02d:%02d.123456", second / 3600, second / 60 % 60, second % 60);
    }

    /**
     * {@return the same time as {@link #timestamp}}
     *
     * @param second 0 to 86,399
     */
    public static Instant instant(int second) {
        return Instant.parse(timestamp(second) + "Z");
    }
}
