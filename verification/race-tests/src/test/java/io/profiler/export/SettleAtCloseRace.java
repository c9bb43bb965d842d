// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/** A batch that is stored while the queue is closed is either in time or too late. */
@JCStressTest
@Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "stored in time")
@Outcome(id = "0, 2, 0", expect = ACCEPTABLE, desc = "too late")
@Outcome(expect = FORBIDDEN, desc = "some points are in no count, or in two")
@State
public class SettleAtCloseRace {

    private final Queue queue = new Queue();

    public SettleAtCloseRace() {
        NumberedChunk chunk = new NumberedChunk(0, 2);
        queue.waiting.offer(chunk);
        chunk.publish();
        chunk.publish();
    }

    @Actor
    public void write() {
        queue.store();
    }

    @Actor
    public void close() {
        queue.waiting.close();
    }

    @Arbiter
    public void count(JJJ_Result counted) {
        PointCounts counts = queue.waiting.counts();
        counted.r1 = counts.stored();
        counted.r2 = counts.droppedShutdown();
        counted.r3 = counts.waiting();
    }
}
