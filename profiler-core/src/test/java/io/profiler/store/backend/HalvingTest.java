// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvingTest {

    private static final List<Integer> THOUSAND =
            IntStream.range(0, 1_000).boxed().toList();

    private final List<Integer> stored = new ArrayList<>();
    private int calls;

    private List<String> send(Set<Integer> bad) {
        return Halving.send(
                THOUSAND,
                batch -> attempt(batch, bad),
                IllegalArgumentException.class::isInstance,
                (number, refused) -> List.of(number + " is " + refused.getMessage()));
    }

    private List<String> attempt(List<Integer> batch, Set<Integer> bad) {
        calls++;
        if (batch.stream().anyMatch(bad::contains)) {
            throw new IllegalArgumentException("bad");
        }
        stored.addAll(batch);
        return List.of();
    }

    @Test
    void oneOfAThousandIsFoundByAFewCalls() {
        assertThat(send(Set.of(617))).containsExactly("617 is bad");
        assertThat(stored).hasSize(999).doesNotContain(617);
        assertThat(calls).isLessThanOrEqualTo(21);
    }

    @Test
    void severalAreNamedInTheOrderOfTheBatch() {
        assertThat(send(Set.of(999, 0, 500))).containsExactly("0 is bad", "500 is bad", "999 is bad");
        assertThat(stored).hasSize(997).isSorted();
    }

    @Test
    void whatIsTakenAsAWholeIsSentOnce() {
        assertThat(send(Set.of())).isEmpty();
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void whatIsTheFaultOfNoneIsThrownAtOnce() {
        assertThatThrownBy(() -> Halving.send(
                        THOUSAND,
                        batch -> {
                            calls++;
                            throw new IllegalStateException("away");
                        },
                        IllegalArgumentException.class::isInstance,
                        (number, refused) -> List.of(number)))
                .hasMessage("away");
        assertThat(calls).isEqualTo(1);
    }
}
