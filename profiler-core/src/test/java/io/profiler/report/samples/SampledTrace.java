// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Traces with looks, as a service writes them. */
public final class SampledTrace {

    public static final List<String> FRAMES = List.of(
            "com.acme.Shop.list",
            "com.acme.Price.of",
            "java.util.HashMap.get",
            "java.net.Socket.read",
            "com.acme.Stock.lock",
            "jdk.internal.misc.Unsafe.park");

    private SampledTrace() {}

    /**
     * A request of 200 ms with a query from 20 to 40 ms: of 18 looks at the request itself 14 are in the making of a price, 4 in
     * a lock; the query was looked at once.
     */
    public static Report shop() {
        return report(samples(
                21,
                1,
                FRAMES,
                entry("r", "0(1=4r(2=10r) 4(5=4l))", "50:0 450:1 100:1 100:1 100:1 100:2"),
                entry("q", "3=1n", "300:0"),
                entry(null, "1=1r", null)));
    }

    public static Map<String, Object> samples(int taken, int leftOut, Object frames, Object... entries) {
        Map<String, Object> samples = new LinkedHashMap<>();
        samples.put("every", 10.2);
        samples.put("taken", taken);
        samples.put("left_out", leftOut);
        samples.put("frames", frames);
        samples.put("spans", List.of(entries));
        return samples;
    }

    /** The same, of looks from one moment to another, in milliseconds. */
    public static Map<String, Object> samples(double from, double to, Map<String, Object> samples) {
        Map<String, Object> more = new LinkedHashMap<>(samples);
        more.put("from", from);
        more.put("to", to);
        return more;
    }

    public static Map<String, Object> entry(String span, Object stacks, Object times) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("span", span);
        entry.put("stacks", stacks);
        entry.put("times", times);
        entry.values().removeIf(value -> value == null);
        return entry;
    }

    /** The trace of {@link #shop()} with other looks. */
    public static Report report(Object samples) {
        return Report.of(points(samples));
    }

    private static List<TracePoint> points(Object samples) {
        List<TracePoint> points = new ArrayList<>();
        points.add(TracePoints.start("wsgi", "r", "base", 0));
        points.add(TracePoints.start("db", "q", "r", 20_000));
        points.add(TracePoints.stop("db", "q", "r", 40_000));
        points.add(TracePoints.point("wsgi-stop", "r", "base", 200_000, Map.of("samples", samples)));
        return points;
    }
}
