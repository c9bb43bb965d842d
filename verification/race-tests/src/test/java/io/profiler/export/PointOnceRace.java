// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Each point is read once, in its order, and counted once, however the writer comes between. */
@JCStressTest
@Outcome(id = "0 1 , 2 of 2", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "a point is missing, or is there twice, or is in no count")
@State
public class PointOnceRace {

    private final Queue queue = new Queue();
    private final NumberedChunk chunk = new NumberedChunk(0, 3);
    private String stored = "";

    public PointOnceRace() {
        queue.waiting.offer(chunk);
    }

    @Actor
    public void publish() {
        chunk.publish();
        chunk.publish();
        chunk.abandon();
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
}
