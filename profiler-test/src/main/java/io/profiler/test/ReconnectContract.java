// SPDX-License-Identifier: Apache-2.0
package io.profiler.test;

import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.profiler.store.AppendResult;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What a {@link TraceStore} with a server has to do when that server dies.
 *
 * @since 0.1
 */
public interface ReconnectContract {

    /**
     * {@return a store over the server, empty before a test} Called several times in a test: all stores of one test see
     * the same data.
     *
     * @param options to be heeded; the test closes what it gets
     */
    TraceStore createStore(StoreOptions options);

    /** Ends the server without giving it time for anything; returns once it is gone. */
    void killServer();

    /** Brings the server back where it was, at the same address; its data may be gone. */
    void startServer();

    /**
     * An append meanwhile fails in the way that makes the caller wait, and one afterwards stores everything, within two
     * minutes and without another store being made.
     */
    @Test
    default void aServerThatWasKilledAndCameBackIsUsedAgain() {
        StoreOptions impatient = new StoreOptions(true, null, Duration.ofSeconds(1));
        try (TraceStore store = createStore(impatient)) {
            store.append(span("before", "before", "wsgi", 1));

            killServer();
            try {
                assertThatThrownBy(() -> store.append(span("meanwhile", "meanwhile", "wsgi", 2)))
                        .isInstanceOf(StoreUnavailableException.class);
            } finally {
                startServer();
            }

            var points = span("after", "after", "wsgi", 3);
            await().atMost(Duration.ofMinutes(2))
                    .ignoreException(StoreUnavailableException.class)
                    .until(() -> store.append(points), AppendResult.allStored(2)::equals);
            assertThat(store.read("after")).hasSize(2);
        }
    }
}
