// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IJ_Result;

/** A span that two threads end is ended once, and counted once. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "ended twice, or not at all, or counted otherwise")
@State
public class SpanStopRace {

    private final ForgetfulSink sink = new ForgetfulSink();
    private final RecordedSpan span = Traces.below(Traces.top(Traces.to(sink)));

    @Actor
    public void first() {
        span.stop();
    }

    @Actor
    public void second() {
        span.stop();
    }

    @Arbiter
    public void count(IJ_Result counted) {
        counted.r1 = sink.chunks();
        counted.r2 = span.trace.ledger.manifest().made();
    }
}
