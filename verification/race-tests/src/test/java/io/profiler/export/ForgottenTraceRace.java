// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LZ_Result;

/** A trace that is being forgotten, because all it had is done, forgets nothing that comes meanwhile. */
@JCStressTest
@Outcome(id = "0 , true", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "the point is lost, or room is")
@State
public class ForgottenTraceRace {

    private final Queue queue = new Queue();
    private final NumberedChunk old = new NumberedChunk(9, 2);

    public ForgottenTraceRace() {
        queue.waiting.offer(old);
        old.abandon();
    }

    @Actor
    public void record() {
        NumberedChunk chunk = new NumberedChunk(0, 1);
        queue.waiting.offer(chunk);
        chunk.publish();
    }

    @Actor
    public void forget() {
        queue.waiting.release();
    }

    @Arbiter
    public void write(LZ_Result seen) {
        seen.r1 = queue.store();
        seen.r2 = queue.isAllFree();
    }
}
