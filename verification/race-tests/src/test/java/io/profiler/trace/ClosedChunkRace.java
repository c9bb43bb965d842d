// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** Nothing comes after the end of a chunk. */
@JCStressTest
@Outcome(
        id = {"false, 0", "false, 1", "true, 1"},
        expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "closed, and a point is still to come")
@State
public class ClosedChunkRace {

    private static final RecordedSpan SPAN = Traces.top(Traces.to(new ForgetfulSink()));

    private final SpanChunk chunk = new SpanChunk(SPAN.trace, 2, 0);

    @Actor
    public void record() {
        chunk.addStart(SPAN, 7);
        chunk.abandon();
    }

    @Actor
    public void read(ZI_Result seen) {
        seen.r1 = chunk.isClosed();
        seen.r2 = chunk.published();
    }
}
