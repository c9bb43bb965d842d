// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Traces of clients that send the same signed headers with each request. */
final class RepeatedHeaders {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final long MINUTE = 60_000_000;

    private RepeatedHeaders() {}

    /** Three requests in twelve minutes, the second of which was answered with 404. */
    static Report threeInTwelveMinutes() {
        return Report.of(Stream.of(
                        request("a", "GET", "/orders/1", 200, 0, 40_000),
                        spanBelow("a", "message_store", 10_000, 30_000),
                        request("b", "GET", "/orders/2", 404, 5 * MINUTE, 5 * MINUTE + 20_000),
                        request("c", "POST", "/orders", 201, 12 * MINUTE, 12 * MINUTE + 60_000),
                        spanBelow("c", "message_store", 12 * MINUTE + 5_000, 12 * MINUTE + 50_000))
                .flatMap(points -> points)
                .toList());
    }

    /** As many requests of 10 ms, a second apart. */
    static Report many(int requests) {
        return Report.of(IntStream.range(0, requests)
                .boxed()
                .flatMap(i -> request("r" + i, "GET", "/orders/" + i, 200, i * 1_000_000L, i * 1_000_000L + 10_000))
                .toList());
    }

    /** The report of several spans. */
    @SafeVarargs
    static Report report(Stream<TracePoint>... spans) {
        List<TracePoint> points = new ArrayList<>();
        for (Stream<TracePoint> span : spans) {
            span.forEach(points::add);
        }
        return Report.of(points);
    }

    /** A request, as the servlet filter records it. */
    static Stream<TracePoint> request(
            String id, String method, String path, int status, long fromMicros, long toMicros) {
        Map<String, ?> asked =
                Map.of("host", "h", "request", Map.of("method", method, "path", path, "query", "", "scheme", "http"));
        Map<String, ?> answered = Map.of("host", "h", "response", Map.of("status", status));
        return Stream.of(
                point("wsgi-start", id, "base", fromMicros, asked), point("wsgi-stop", id, "base", toMicros, answered));
    }

    /** A span in another one. */
    static Stream<TracePoint> spanBelow(String parent, String name, long fromMicros, long toMicros) {
        String id = parent + "." + name;
        return Stream.of(
                point(name + "-start", id, parent, fromMicros, Map.of("host", "h")),
                point(name + "-stop", id, parent, toMicros, Map.of("host", "h")));
    }

    static TracePoint point(String name, String id, String parent, long micros, Map<String, ?> info) {
        String timestamp = PointTime.format(NOON.plus(micros, ChronoUnit.MICROS));
        return new TracePoint(name, "base", id, parent, timestamp, Map.copyOf(info), "demo", "api");
    }
}
