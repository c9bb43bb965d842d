// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.profiler.propagation.Allowance;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Threads that share an allowance have as many spans between them as it has, not one more or less. */
@JCStressTest
@Outcome(id = "24", expect = ACCEPTABLE)
@Outcome(expect = FORBIDDEN, desc = "spans are lost, or there are more than are allowed")
@State
public class AllowanceRace {

    private final SpanAllowance allowance = new SpanAllowance(new Allowance(null, 24), new Allotment(32));
    private int first;
    private int second;

    @Actor
    public void first() {
        first = allowance.takePortion();
    }

    @Actor
    public void second() {
        second = allowance.takePortion();
        if (second > 0) {
            allowance.giveBack(1);
            second--;
        }
    }

    @Arbiter
    public void takeTheRest(I_Result taken) {
        taken.r1 = first + second;
        for (int portion = allowance.takePortion(); portion > 0; portion = allowance.takePortion()) {
            taken.r1 += portion;
        }
    }
}
