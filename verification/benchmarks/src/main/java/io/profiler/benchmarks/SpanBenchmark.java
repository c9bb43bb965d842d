// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Span;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What one call of a layer's bean costs the thread that makes it: behind an interceptor that does nothing, behind ours
 * outside and inside of a profiled request, and behind one that makes a span with Brave or OpenTelemetry.
 *
 * <p>An invocation is a trace of a thousand spans. The time in which a writer then catches up is not measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SpanBenchmark.SPANS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class SpanBenchmark {

    static final int SPANS = 1_000;

    /** A bean behind an interceptor that does nothing. */
    @State(Scope.Thread)
    public static class Unadvised {

        final Layer layer = Advised.by(invocation -> invocation.proceed());
    }

    /** A bean of an application with the starter. */
    @State(Scope.Thread)
    public static class Ours {

        final ProfiledApplication application = new ProfiledApplication();
        final Layer layer = application.layer();

        /** Waits for the writer. */
        @TearDown(Level.Invocation)
        public void drain() {
            application.drain();
        }

        /** Ends the application. */
        @TearDown
        public void close() {
            application.close();
        }
    }

    /** A bean behind Brave. */
    @State(Scope.Thread)
    public static class Brave {

        final BraveAdvice advice = new BraveAdvice();
        final Layer layer = Advised.by(advice);
    }

    /** A bean behind OpenTelemetry. */
    @State(Scope.Thread)
    public static class OpenTelemetry {

        final OpenTelemetryAdvice advice = new OpenTelemetryAdvice();
        final Layer layer = Advised.by(advice);

        /** Waits for the exporter. */
        @TearDown(Level.Invocation)
        public void drain() {
            advice.drain();
        }
    }

    /** The least that advice can cost. */
    @Benchmark
    public void emptyInterceptor(Unadvised state, Blackhole blackhole) {
        callEach(state.layer, blackhole);
    }

    /** Everybody else's request. */
    @Benchmark
    public void notProfiled(Ours state, Blackhole blackhole) {
        callEach(state.layer, blackhole);
    }

    /** A request with signed headers. */
    @Benchmark
    @SuppressWarnings("try")
    public void profiled(Ours state, Blackhole blackhole) {
        try (ProfiledScope scope = state.application.openTrace()) {
            Span request = state.application.startRequest();
            callEach(state.layer, blackhole);
            request.stop();
        }
    }

    /** The same with Brave. */
    @Benchmark
    public void brave(Brave state, Blackhole blackhole) {
        state.advice.inTrace(() -> callEach(state.layer, blackhole));
    }

    /** The same with OpenTelemetry. */
    @Benchmark
    public void openTelemetry(OpenTelemetry state, Blackhole blackhole) {
        state.advice.inTrace(() -> callEach(state.layer, blackhole));
    }

    private static void callEach(Layer layer, Blackhole blackhole) {
        for (int i = 0; i < SPANS; i++) {
            blackhole.consume(layer.call());
        }
    }
}
