// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import io.profiler.test.CollectingSink;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** A trace that was kept though nobody asked for it. */
record Kept(TracePoint start, TracePoint stop) {

    /** The only one, once it is there. */
    static Kept only(RunningApp app) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !stops(app).isEmpty());
        assertThat(stops(app)).hasSize(1);
        TracePoint stop = stops(app).get(0);
        TracePoint start = points(app).stream()
                .filter(point -> point.traceId().equals(stop.traceId()) && !point.isStop())
                .findFirst()
                .orElseThrow();
        return new Kept(start, stop);
    }

    static List<TracePoint> stops(RunningApp app) {
        return points(app).stream()
                .filter(point -> point.info().containsKey("kept"))
                .toList();
    }

    /** What those asked for, of which a trace was kept. */
    static List<String> asked(RunningApp app) {
        List<String> kept = stops(app).stream().map(TracePoint::traceId).toList();
        return points(app).stream()
                .filter(point -> kept.contains(point.traceId()))
                .map(point -> point.info().get("request"))
                .filter(request -> request instanceof Map<?, ?> asked && asked.containsKey("path"))
                .map(request -> (Map<?, ?>) request)
                .map(request ->
                        request.get("path") + (request.get("query").equals("") ? "" : "?" + request.get("query")))
                .toList();
    }

    /** Asks until the answer comes in time, which on a busy machine it need not, and says what it asked for at last. */
    static String servedWithin(Duration time, RunningApp app, String path) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() - giveUp < 0) {
            long began = System.nanoTime();
            String asked = path + "?n=" + began;
            app.get(asked);
            if (System.nanoTime() - began < time.toNanos()) {
                return asked;
            }
        }
        throw new AssertionError("the machine is too busy");
    }

    /** Its spans, as {@code wsgi(controller)}. */
    String tree(RunningApp app) {
        return new Trace(stop.baseId(), app.get("/fast"), app.bean(CollectingSink.class)).tree();
    }

    private static List<TracePoint> points(RunningApp app) {
        return app.bean(CollectingSink.class).points();
    }

    long millis() {
        return Duration.between(instant(start), instant(stop)).toMillis();
    }

    private static LocalDateTime instant(TracePoint point) {
        return LocalDateTime.parse(point.timestamp());
    }

    /** Methods that looks saw. */
    List<String> frames() {
        List<?> frames = (List<?>) ((Map<?, ?>) stop.info().get("samples")).get("frames");
        return frames.stream().map(String::valueOf).toList();
    }
}
