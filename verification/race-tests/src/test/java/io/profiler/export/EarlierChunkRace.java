// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A batch that has a point has all that were published before it, in other chunks as well. */
@JCStressTest
@Outcome(
        id = {"nothing", "0 ", "0 1 "},
        expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "the end of a span is stored, and its beginning is not")
@State
public class EarlierChunkRace {

    private final Queue queue = new Queue();
    private final NumberedChunk earlier = new NumberedChunk(0, 1);

    public EarlierChunkRace() {
        queue.waiting.offer(earlier);
    }

    @Actor
    public void record() {
        earlier.publish();
        NumberedChunk later = new NumberedChunk(1, 1);
        queue.waiting.offer(later);
        later.publish();
    }

    @Actor
    public void write(L_Result seen) {
        String read = queue.read();
        seen.r1 = read.isEmpty() ? "nothing" : read;
    }
}
