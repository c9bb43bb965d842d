// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static io.profiler.test.SampleTraces.failedSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a {@link TraceStore} has to do whose backend forgets by itself.
 *
 * @since 0.1
 */
public interface RetentionContract {

    /**
     * {@return a store over the backend, empty before a test} Called several times in a test: all stores of one test
     * see the same data.
     *
     * @param options to be heeded; the test closes what it gets
     */
    TraceStore createStore(StoreOptions options);

    /**
     * Points that may be kept for a second are gone within two minutes, and with them the entry among failed traces; what
     * another store keeps forever stays.
     */
    @Test
    default void aTraceIsGoneOnceItsRetentionIsOver() {
        StoreOptions forASecond = new StoreOptions(
                true, Duration.ofSeconds(1), StoreOptions.defaults().connectTimeout());
        try (TraceStore store = createStore(forASecond);
                TraceStore forEver = createStore(StoreOptions.defaults())) {
            forEver.append(failedSpan("kept", 1));
            store.append(failedSpan("gone", 1));

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(store.read("gone")).isEmpty());
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(store.list(TraceQuery.failed())).isEmpty());
            assertThat(store.read("kept")).hasSize(2);
            assertThat(store.list(TraceQuery.all())).hasSize(1);
        }
    }
}
