// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table that has no id for a new row, as after a restored backup, or at the end of 32 bits. */
interface IdConflictContract {

    TraceStore createStore(StoreOptions options);

    /** Has the next id be one that is taken. */
    void spoilIds();

    @Test
    default void aPointWithoutAnIdIsNotTakenForOneThatIsThere() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(IntStream.range(0, 50)
                    .boxed()
                    .flatMap(second -> span("before", "before", "db", second).stream())
                    .toList());
            spoilIds();

            assertThatThrownBy(() -> store.append(span("base", "base", "wsgi", 1)))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(store.read("base")).isEmpty();
        }
    }
}
