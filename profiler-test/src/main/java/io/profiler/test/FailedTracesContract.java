// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.span;
import static io.profiler.test.SampleTraces.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.store.AppendResult;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link TraceStore} has to do with traces that failed. */
interface FailedTracesContract extends StoreUnderTest {

    /** Makes the index of failed traces impossible to write to; does nothing where a backend has none of its own. */
    default void breakErrorIndex() {}

    @Test
    default void listsFailedTracesWithTheirLastError() {
        store().append(span("fine", "fine", "wsgi", 1));
        store().append(failedSpan("failed", 2));
        store().append(failedSpan("failed", 4));

        assertThat(store().list(TraceQuery.failed()))
                .extracting(TraceSummary::baseId, TraceSummary::timestamp, TraceSummary::name, TraceSummary::errors)
                .containsExactly(tuple("failed", timestamp(5), "wsgi", 2L));
    }

    @Test
    default void withoutTheFilterFailedTracesAreNotListed() {
        try (TraceStore plain = createStore(StoreOptions.defaults())) {
            plain.append(failedSpan("failed", 2));
        }

        assertThat(store().list(TraceQuery.failed())).isEmpty();
        assertThat(store().list(TraceQuery.all())).hasSize(1);
    }

    @Test
    default void anErrorIndexThatCannotBeUsedHoldsUpNothing() {
        store().append(List.of());
        breakErrorIndex();

        assertThat(store().append(failedSpan("failed", 2))).isEqualTo(AppendResult.allStored(2));
        assertThat(store().append(span("fine", "fine", "wsgi", 1))).isEqualTo(AppendResult.allStored(2));

        assertThat(idsOf(TraceQuery.all())).containsExactly("failed", "fine");
        assertThat(store().read("failed")).hasSize(2);
        assertThat(store().delete("failed")).isEqualTo(2);
        assertThat(idsOf(TraceQuery.all())).containsExactly("fine");
    }
}
