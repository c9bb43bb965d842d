// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.propagation.TraceContext;
import jdk.jfr.FlightRecorder;

/** Profiles a request in a JVM that nobody records, and prints whether somebody does then. */
public final class UnrecordedProgram {

    private UnrecordedProgram() {}

    public static void main(String[] arguments) {
        Profiler profiler = Profiler.create(new NoSink(), new Origin("h", "p", "s"), ArgumentCapture.disabled());
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
}
