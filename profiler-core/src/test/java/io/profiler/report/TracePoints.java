// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trace points for tests, all of trace {@code base}, on host {@code h}. */
public final class TracePoints {

    private static final int MICROS_PER_SECOND = 1_000_000;

    private TracePoints() {}

    public static TracePoint start(String name, String id, String parent, int micros) {
        return point(name + "-start", id, parent, micros, Map.of());
    }

    public static TracePoint stop(String name, String id, String parent, int micros) {
        return point(name + "-stop", id, parent, micros, Map.of());
    }

    /** Both points of a span. */
    public static Stream<TracePoint> span(String name, String id, String parent, int fromMicros, int toMicros) {
        return Stream.of(start(name, id, parent, fromMicros), stop(name, id, parent, toMicros));
    }

    /** Both points of a span on a host of its own. */
    public static Stream<TracePoint> spanOn(String host, String id, String parent, int fromMicros, int toMicros) {
        Map<String, ?> info = Map.of("host", host);
        return Stream.of(
                point(id + "-start", id, parent, fromMicros, info), point(id + "-stop", id, parent, toMicros, info));
    }

    /** The report of several spans. */
    @SafeVarargs
    public static Report report(Stream<TracePoint>... spans) {
        List<TracePoint> points = new ArrayList<>();
        for (Stream<TracePoint> span : spans) {
            span.forEach(points::add);
        }
        return Report.of(points);
    }

    public static TracePoint point(String name, String id, String parent, int micros, Map<String, ?> info) {
        Map<String, Object> withHost = new LinkedHashMap<>(new HashMap<>(info));
        withHost.putIfAbsent("host", "h");
        String timestamp = String.format(
                Locale.ROOT, "2026-01-31T12:00:%02d.%06d", micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND);
        return new TracePoint(name, "base", id, parent, timestamp, withHost, "demo", "api");
    }

    /** Spans of which each is the parent of the next. */
    public static List<TracePoint> nested(int spans) {
        return IntStream.range(0, spans)
                .boxed()
                .flatMap(i -> {
                    String parent = i == 0 ? "base" : "s" + (i - 1);
                    return Stream.of(start("n", "s" + i, parent, i), stop("n", "s" + i, parent, 999_999 - i));
                })
                .toList();
    }
}
