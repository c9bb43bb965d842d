// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Has two requests looked at, asks the JVM as well, and prints what the trace holds. For a JVM in which something is missing, so
 * that the recorder's thread ends soon.
 */
public final class LookedAtProgram {

    private static final String LISTENER = "profiler-jvm-events";

    private LookedAtProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        Printed sink = new Printed();
        Profiler profiler = Profiler.create(
                sink,
                new Origin("h", "p", "s"),
                ArgumentCapture.disabled(),
                TraceLimits.defaults(),
                Insight.NONE
                        .withCounters()
                        .withSamples(new SampleSettings(true, true, SampleSettings.DEFAULT_PERIOD))
                        .withJvmEvents()
                        .withVirtualThreads());
        for (int i = 0; i < 2; i++) {
            try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
                Span span = profiler.start("wsgi");
                Thread.sleep(200);
                span.stop();
            }
        }
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(LISTENER))) {
            Thread.sleep(20);
        }
        sink.lines().forEach(System.out::println);
    }

    private static final class Printed implements TracePointSink {

        private final List<TracePointChunk> chunks = new CopyOnWriteArrayList<>();

        @Override
        public boolean offer(TracePointChunk chunk) {
            return chunks.add(chunk);
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {}

        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (TracePointChunk chunk : chunks) {
                for (int i = 0; i < chunk.published(); i++) {
                    lines.add(line(chunk.point(i)));
                }
            }
            return lines;
        }

        private static String line(TracePoint point) {
            boolean hasLooks = point.info().get("samples") instanceof Map<?, ?> samples
                    && samples.get("taken") instanceof Integer taken
                    && taken > 0;
            return point.name()
                    + (hasLooks ? " with looks" : "")
                    + (point.info().containsKey("jvm") ? " of the JVM" : "");
        }
    }
}
