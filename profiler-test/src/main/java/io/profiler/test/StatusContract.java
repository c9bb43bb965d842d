// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.store.StoreOptions;
import io.profiler.store.StoreStatus;
import io.profiler.store.TraceStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a {@link TraceStore} with a server that tells of itself has to tell; nothing is stored before a test.
 *
 * @since 0.1
 */
public interface StatusContract {

    /**
     * {@return a store over the server, empty before a test} Called several times in a test: all stores of one test see
     * the same data.
     *
     * @param options to be heeded; the test closes what it gets
     */
    TraceStore createStore(StoreOptions options);

    /** {@return what the server calls itself, before its version and as a regular expression: {@code MongoDB}} */
    String product();

    /** Its product and version, and no more: looking must not make what is missing. */
    @Test
    default void anEmptyStoreTellsThatNothingIsThere() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            StoreStatus status = store.status();

            assertThat(status.server()).matches(product() + " .*\\d.*");
            assertThat(status.traces()).isIn(0L, null);
            assertThat(status.points()).isIn(0L, null);
            assertThat(status.writers()).isNull();
        }
    }

    /** Two traces with their points and bytes, no index missing, a clock like ours, and us among those who write. */
    @Test
    default void aStoreTellsWhatIsThereAndThatItsIndexesAre() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("one", "one", "wsgi", 1));
            store.append(span("two", "two", "wsgi", 2));
            StoreStatus status = store.status();

            assertThat(status.traces()).isEqualTo(2);
            assertThat(status.points()).isEqualTo(4);
            assertThat(status.bytes()).isPositive();
            assertThat(status.missingIndexes()).isEmpty();
            assertThat(status.clockAhead()).isBetween(Duration.ofSeconds(-5), Duration.ofSeconds(5));
            assertThat(status.writers()).contains("this profiler");
        }
    }
}
