// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.lasting;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.profiler.store.ReadLimit;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceTooLargeException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a {@link io.profiler.store.TraceStore} does for those who have little memory, or ask again and again. */
interface BoundedReadingContract extends StoreUnderTest {

    @Test
    default void noMoreOfATraceIsReadThanTheLimit() {
        for (int span = 0; span < 400; span++) {
            store().append(span("base", "base", "span" + span, span));
        }
        ReadLimit enough = new ReadLimit(800, 1_000_000);

        assertThat(store().read("base", enough))
                .containsExactlyInAnyOrderElementsOf(store().read("base"))
                .hasSize(800);
        assertThat(store().read("nowhere", new ReadLimit(1, 1))).isEmpty();
        assertThatExceptionOfType(TraceTooLargeException.class)
                .isThrownBy(() -> store().read("base", new ReadLimit(799, 1_000_000)))
                .withMessageStartingWith("trace base has more than 799 trace points");
        assertThatExceptionOfType(TraceTooLargeException.class)
                .isThrownBy(() -> store().read("base", new ReadLimit(1_000_000, 10_000)));
        assertThat(store().read("base", enough)).hasSize(800);
    }

    @Test
    default void listsTracesWithErrorsAmongThoseThatWereActiveLast() {
        store().append(failedSpan("old and failed", 1));
        store().append(lasting("first", 10, 1));
        store().append(failedSpan("failed", 20));
        store().append(lasting("last", 30, 1));

        assertThat(idsOf(latest(4, true, 9))).containsExactly("failed", "old and failed");
        assertThat(idsOf(latest(3, true, 9))).startsWith("failed");
        assertThat(idsOf(latest(2, false, 9))).startsWith("last", "failed");
        assertThat(idsOf(latest(3, false, 1))).containsExactly("last");
    }

    /** However many points it has, and though they are all of one moment. */
    @Test
    default void aLongTraceHidesNoneThatWereActiveBefore() {
        store().append(lasting("first", 1, 1));
        store().append(lasting("second", 3, 1));
        for (int batch = 0; batch < 3; batch++) {
            store().append(IntStream.range(0, 500)
                    .boxed()
                    .flatMap(span -> lasting("long", 5, 0).stream())
                    .toList());
        }

        assertThat(idsOf(TraceQuery.newest(3))).containsExactly("long", "second", "first");
        assertThat(idsOf(latest(2, false, 9))).startsWith("long", "second");
    }

    private static TraceQuery latest(int latest, boolean withErrors, int limit) {
        return new TraceQuery(false, null, null, null, null, TraceQuery.Order.STARTED, limit, withErrors, latest, null);
    }

    @Test
    default void aMarkChangesWithEachTraceThatComesOrGoes() {
        String empty = store().changeMark();
        assumeTrue(empty != null, "the store has no mark");
        store().append(lasting("one", 1, 1));
        String one = store().changeMark();

        assertThat(store().changeMark()).isEqualTo(one);
        store().append(lasting("two", 2, 1));
        String two = store().changeMark();
        store().delete("two");
        assertThat(two).isNotEqualTo(one).isNotEqualTo(empty);
        assertThat(store().changeMark()).isNotEqualTo(two);
        assertThat(one).isNotEqualTo(empty);
    }
}
