// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.profiler.point.PointFate;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Points that one of several stores has no room for are counted once, whenever that is looked at. */
@JCStressTest
@Outcome(
        id = {"0, 2", "1, 2", "2, 2"},
        expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "a point is in no count, or in two")
@State
public class MissedChunkRace {

    private final MissedChunks missed = new MissedChunks(PointFate.QUEUE_FULL);
    private final NumberedChunk chunk = new NumberedChunk(0, 3);

    public MissedChunkRace() {
        missed.add(chunk);
    }

    @Actor
    public void publish() {
        chunk.publish();
        chunk.publish();
        chunk.abandon();
    }

    @Actor
    public void miss(JJ_Result counted) {
        missed.add(new NumberedChunk(9, 1));
        counted.r1 = missed.points();
    }

    @Arbiter
    public void count(JJ_Result counted) {
        counted.r2 = missed.points();
    }
}
