// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long MILLI = 1_000_000;

    private long spent;
    private long now;
    private final Budget budget = new Budget(() -> spent, now);
    private final Looks request = new Looks(10 * MILLI, 0);

    @Test
    void whatIsCheapIsAsOftenAsAskedFor() {
        request.enter("thread");

        for (int i = 0; i < 10_000; i++) {
            look(MILLI / 10);
            assertThat(stretch()).isEqualTo(1);
        }
    }

    @Test
    void whatIsDearIsSpacedOutToTheShare() {
        request.enter("thread");
        for (int i = 0; i < 10_000; i++) {
            look(MILLI);
        }

        assertThat(stretch()).isCloseTo(5, within(0.1));
        assertThat((double) spent / now).isCloseTo(Budget.SHARE, within(0.002));
    }

    @Test
    void moreThreadsAreLookedAtMoreRarely() {
        request.enter("one");
        request.enter("another");
        for (int i = 0; i < 10_000; i++) {
            look(MILLI);
        }

        assertThat(stretch()).isCloseTo(10, within(0.1));
    }

    @Test
    void aShortRequestMaySpendWhatIsSaved() {
        request.enter("thread");

        look(2 * MILLI);
        look(2 * MILLI);

        assertThat(stretch()).isEqualTo(1);
    }

    @Test
    void aRequestOfManyThreadsLeavesOthersTheirPart() {
        Looks many = new Looks(10 * MILLI, 0);
        IntStream.range(0, 30).forEach(many::enter);
        request.enter("thread");
        for (int i = 0; i < 1_000; i++) {
            now += 10 * MILLI;
            spent += MILLI / 10;
            budget.made(1, now);
        }
        spent += 100 * MILLI;
        budget.made(1_000, now);

        double part = budget.part(List.of(request, many));
        assertThat(budget.stretch(request, part)).isEqualTo(1);
        assertThat(budget.stretch(many, part)).isCloseTo(30, within(10.0));
    }

    private void look(long cost) {
        now += (long) (10 * MILLI * stretch());
        spent += cost;
        budget.made(1, now);
    }

    private double stretch() {
        return budget.stretch(request, budget.part(List.of(request)));
    }
}
