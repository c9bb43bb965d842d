// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Span;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long the writer takes for one trace point, from a backlog of a hundred thousand to a store that forgets. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(2 * DrainBenchmark.SPANS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class DrainBenchmark {

    static final int SPANS = 50_000;

    private final ProfiledApplication application = new ProfiledApplication();

    /** Makes the points and waits until they are stored. */
    @Benchmark
    @SuppressWarnings("try")
    public void writer() {
        Layer layer = application.layer();
        try (ProfiledScope scope = application.openTrace()) {
            Span request = application.startRequest();
            for (int i = 0; i < SPANS; i++) {
                layer.call();
            }
            request.stop();
        }
        application.drain();
    }

    /** Ends the application. */
    @TearDown
    public void close() {
        application.close();
    }
}
