// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Whoever sees that a point is published, sees all of it. */
@JCStressTest
@Outcome(id = "true", expect = ACCEPTABLE, desc = "all that is published is whole")
@Outcome(expect = FORBIDDEN, desc = "a point that is published is torn")
@State
public class PublishedPointRace {

    private static final int STARTS = 64;
    private static final RecordedSpan TOP = Traces.top(Traces.to(new ForgetfulSink()));
    private static final RecordedSpan INNER = Traces.below(TOP);

    static {
        TOP.stop();
    }

    private final SpanChunk chunk = new SpanChunk(TOP.trace, STARTS + 2, 0);

    @Actor
    public void record() {
        for (int number = 0; number < STARTS; number++) {
            chunk.addStart(INNER, number);
        }
        chunk.addEnd(TOP, STARTS);
    }

    @Actor
    public void read(Z_Result seen) {
        int published = chunk.published();
        seen.r1 = true;
        for (int index = published - 1; index >= 0; index--) {
            seen.r1 &= index < STARTS ? is(index, INNER, index, false) : is(index, TOP, ~STARTS, index == STARTS);
        }
    }

    private boolean is(int index, RecordedSpan span, long time, boolean manifest) {
        return chunk.span(index) == span && chunk.time(index) == time && chunk.isManifest(index) == manifest;
    }
}
