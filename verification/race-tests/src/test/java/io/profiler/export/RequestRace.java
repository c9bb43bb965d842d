// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.TraceContext;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import io.profiler.trace.Span;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A whole request, from its spans to the store: each point once, in order, and each in one count. */
@JCStressTest
@Outcome(id = "a-start b-start b-stop a-manifest-stop a-stop , 5 of 5", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "a point is missing, or is there twice, or is in no count")
@State
public class RequestRace {

    private final Queue queue = new Queue();
    private final Profiler profiler = Profiler.create(
            new QueueSink(queue.waiting), new Origin("host", "project", "service"), ArgumentCapture.disabled());
    private String stored = "";

    @Actor
    @SuppressWarnings("try")
    public void request() {
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"));
                Span outer = profiler.start("a");
                Span inner = profiler.start("b")) {}
    }

    @Actor
    public void write() {
        stored = queue.store();
    }

    @Arbiter
    public void writeTheRest(LL_Result seen) {
        seen.r1 = stored + queue.store();
        PointCounts counts = queue.waiting.counts();
        seen.r2 = counts.stored() + " of " + counts.recorded();
    }

    private record QueueSink(WaitingPoints waiting) implements TracePointSink {

        @Override
        public boolean offer(TracePointChunk chunk) {
            return waiting.offer(chunk);
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk refused, int points) {
            waiting.drop(refused, points);
        }
    }
}
