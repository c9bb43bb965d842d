// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.trace.ArgumentCapture;
import io.profiler.trace.Origin;
import io.profiler.trace.SampleSettings;
import io.profiler.trace.TraceLimits;
import io.profiler.trace.UnaskedTraces;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Points that are not made while their request is kept are counted once. */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "not counted, or twice")
@State
public class HeldPointsRace implements TracePointSink {

    private static final Origin ORIGIN = new Origin("host", "project", "service");
    private static final ArgumentCapture CAPTURE = ArgumentCapture.disabled();
    private static final long ROOM = 100_000;

    private final AtomicInteger counted = new AtomicInteger();
    private final HeldPoints held = new HeldPoints(new FlightRecorder(
            new UnaskedTraces(this, ORIGIN, CAPTURE, TraceLimits.defaults(), SampleSettings.NONE),
            new FlightLimits(ROOM, ROOM, 1)));

    @Actor
    public void overLimit() {
        held.dropOverLimit(2);
    }

    @Actor
    public void keep() {
        held.pass();
    }

    @Arbiter
    public void count(I_Result result) {
        result.r1 = counted.get();
    }

    @Override
    public boolean offer(TracePointChunk chunk) {
        return true;
    }

    @Override
    public void ready() {}

    @Override
    public void drop(TracePointChunk refused, int points) {}

    @Override
    public void dropOverLimit(int points) {
        counted.addAndGet(points);
    }
}
