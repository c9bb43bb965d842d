// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A trace of any size: spans of six names, each but the last ones with four below it. */
final class LargeTrace {

    private static final List<String> NAMES =
            List.of("wsgi", "controller", "message_store", "management_store", "db", "cache");
    private static final int CHILDREN = 4;
    private static final LocalDateTime ORIGIN = LocalDateTime.of(2026, 1, 31, 12, 0);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private final long[] started;
    private final long[] finished;

    private LargeTrace(int spans) {
        started = new long[spans];
        finished = new long[spans];
        finished[0] = 100L * spans;
        for (int span = 1; span < spans; span++) {
            int parent = (span - 1) / CHILDREN;
            long width = (finished[parent] - started[parent]) / CHILDREN;
            started[span] = started[parent] + (span - 1) % CHILDREN * width;
            finished[span] = started[span] + Math.max(1, width * 9 / 10);
        }
    }

    static Report of(int spans) {
        LargeTrace trace = new LargeTrace(spans);
        List<TracePoint> points = new ArrayList<>(2 * spans);
        for (int span = 0; span < spans; span++) {
            points.add(trace.point(span, "-start", trace.started[span], start(span)));
            points.add(trace.point(span, "-stop", trace.finished[span], stop(span)));
        }
        return Report.of(points);
    }

    private static Map<String, Object> start(int span) {
        String name = "io.shop.store.Service" + span % 97 + ".call";
        return Map.of(
                "host", "node-1", "function", Map.of("name", name, "args", "('order " + span + "',)", "kwargs", "{}"));
    }

    private static Map<String, Object> stop(int span) {
        return span % 100 == 99
                ? Map.of("host", "node-1", "etype", "IOException", "message", "timeout of order " + span)
                : Map.of("host", "node-1");
    }

    private TracePoint point(int span, String phase, long micros, Map<String, Object> info) {
        String parent = span == 0 ? "base" : id((span - 1) / CHILDREN);
        String timestamp = TIMESTAMP.format(ORIGIN.plusNanos(micros * 1000));
        return new TracePoint(
                NAMES.get(span % NAMES.size()) + phase, "base", id(span), parent, timestamp, info, "shop", "api");
    }

    private static String id(int span) {
        return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", span);
    }
}
