// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** Stored, dropped and waiting are of one moment: at each of them a point is in exactly one of the counts. */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "a point is in no count, or in two")
@State
public class CountsRace {

    private final Queue queue = new Queue();

    public CountsRace() {
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
    public void count(J_Result counted) {
        counted.r1 = queue.waiting.counts().recorded();
    }
}
