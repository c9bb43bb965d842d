// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** A point that comes while the queue is closed is lost, and counted. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "the point is in no count, or waits for nobody")
@State
public class OfferAtCloseRace {

    private final Queue queue = new Queue();

    @Actor
    public void record() {
        NumberedChunk chunk = new NumberedChunk(0, 1);
        if (queue.waiting.offer(chunk)) {
            chunk.publish();
        } else {
            queue.waiting.drop(chunk, 1);
        }
    }

    @Actor
    public void close() {
        queue.waiting.close();
    }

    @Arbiter
    public void count(JJ_Result counted) {
        PointCounts counts = queue.waiting.counts();
        counted.r1 = counts.dropped();
        counted.r2 = counts.waiting();
    }
}
