// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class IndexMakingTest {

    private final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(IndexMakingTest.class));
    private final AtomicInteger made = new AtomicInteger();

    /** As over a client without a time limit. */
    @Test
    void whatDoesNotComeToAnEndHoldsUpNobody() {
        CountDownLatch built = new CountDownLatch(1);
        IndexMaking indexes = new IndexMaking(
                () -> {
                    made.incrementAndGet();
                    awaitQuietly(built);
                },
                log,
                Duration.ofSeconds(1));

        indexes.ensure();
        indexes.ensure();
        built.countDown();

        assertThat(made).hasValue(1);
    }

    @Test
    void whatFailsIsThrownAndTriedAgain() {
        IndexMaking indexes = new IndexMaking(
                () -> {
                    if (made.incrementAndGet() == 1) {
                        throw new StoreUnavailableException("away", new IllegalStateException());
                    }
                },
                log);

        assertThatThrownBy(indexes::ensure)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("away");
        indexes.ensure();
        indexes.ensure();

        assertThat(made).hasValue(2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
