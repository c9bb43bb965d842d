// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.store.AppendResult;
import io.profiler.store.TraceWriter;
import io.profiler.store.backend.TracePointJson;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An application whose memory comes to its end again and again while it is profiled, and then has some. Prints what became
 * of the points that it made afterwards.
 */
final class ShortOfMemory implements TraceWriter {

    private static final int ROUNDS = 10;
    private static final int BLOCK = 1 << 16;
    private static final int SPANS = 5;
    private static final Map<String, String> INFO = Map.of("text", "0123456789".repeat(100));
    private static final TraceContext MEANWHILE = new TraceContext("meanwhile", "meanwhile", "key");
    private static final TraceContext AFTERWARDS = new TraceContext("afterwards", "afterwards", "key");

    private long written;

    @Override
    public AppendResult append(List<TracePoint> points) {
        List<byte[]> texts = new ArrayList<>();
        for (TracePoint point : points) {
            texts.add(TracePointJson.bytes(point));
        }
        written += texts.size();
        return AppendResult.allStored(points.size());
    }

    @Override
    public void close() {}

    public static void main(String[] arguments) {
        TracePointExporter exporter = new TracePointExporter(
                new ShortOfMemory(),
                new ExportSettings(
                        20_000,
                        4 << 20,
                        500,
                        Duration.ofMillis(1),
                        Duration.ofSeconds(20),
                        Duration.ofMillis(10),
                        null));
        Profiler profiler = Profiler.create(exporter, new Origin("h", "p", "s"), ArgumentCapture.disabled());
        for (int round = 0; round < ROUNDS; round++) {
            takeAllMemory(profiler);
        }
        PointCounts before = exporter.counts();
        request(profiler, AFTERWARDS);
        exporter.close();
        PointCounts after = exporter.counts();
        System.out.println("made " + (after.recorded() - before.recorded()) + ", waiting " + after.waiting()
                + ", lost at the end " + after.droppedShutdown());
    }

    private static void takeAllMemory(Profiler profiler) {
        List<byte[]> all = new ArrayList<>();
        try {
            request(profiler, MEANWHILE);
            while (true) {
                all.add(new byte[BLOCK]);
            }
        } catch (OutOfMemoryError expected) {
            request(profiler, MEANWHILE);
        }
    }

    /** Needs no memory but the profiler's own. */
    private static void request(Profiler profiler, TraceContext trace) {
        try (ProfiledScope scope = profiler.open(trace)) {
            for (int i = 0; i < SPANS; i++) {
                profiler.start("span", INFO).stop();
            }
        }
    }
}
