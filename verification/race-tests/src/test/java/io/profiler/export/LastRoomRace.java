// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** Room that is there once is taken once, and given back whole. */
@JCStressTest
@Outcome(id = "1, true", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "both have it, or none, or some of it is gone")
@State
public class LastRoomRace {

    private final Queue queue = new Queue();
    private boolean first;
    private boolean second;

    @Actor
    public void first() {
        first = take();
    }

    @Actor
    public void second() {
        second = take();
    }

    private boolean take() {
        NumberedChunk chunk = new NumberedChunk(0, Queue.CAPACITY * 6 / 10);
        boolean taken = queue.waiting.offer(chunk);
        chunk.abandon();
        return taken;
    }

    @Arbiter
    public void count(IZ_Result seen) {
        seen.r1 = (first ? 1 : 0) + (second ? 1 : 0);
        seen.r2 = queue.isAllFree();
    }
}
