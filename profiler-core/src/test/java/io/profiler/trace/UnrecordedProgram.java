// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import jdk.jfr.FlightRecorder;

/** Profiles a request in a JVM that nobody records, and prints whether somebody does then. */
public final class UnrecordedProgram {

    private UnrecordedProgram() {}

    public static void main(String[] arguments) {
        Profiler profiler = Profiler.create(new Nowhere(), new Origin("h", "p", "s"), ArgumentCapture.disabled());
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            Span span = profiler.start("wsgi");
            boolean isProfiled = span != Span.NOOP;
            span.stop();
            System.out.println("profiled " + isProfiled + ", recorder " + FlightRecorder.isInitialized());
        }
        Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("profiler"))
                .forEach(System.out::println);
    }

    private static final class Nowhere implements TracePointSink {

        @Override
        public boolean offer(TracePointChunk chunk) {
            return true;
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {}
    }
}
