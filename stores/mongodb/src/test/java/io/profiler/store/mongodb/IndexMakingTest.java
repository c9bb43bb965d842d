// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
class IndexMakingTest {

    private final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(IndexMakingTest.class));
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicReference<Thread> maker = new AtomicReference<>();
    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch built = new CountDownLatch(1);

    /** As over a client without a time limit. */
    @Test
    void whatDoesNotComeToAnEndHoldsUpNobodyAndIsNotBegunAgain() {
        IndexMaking indexes = making(() -> awaitQuietly(built));

        for (int look = 0; look < 3; look++) {
            indexes.ensure();
            aMinutePasses();
        }
        built.countDown();
        awaitEnd();
        for (int look = 0; look < 2; look++) {
            indexes.ensure();
            aMinutePasses();
        }

        assertThat(begun).hasValue(1);
    }

    /** As over a client that looks for a server for longer than anybody waits here. */
    @Test
    void whatFailedLongAgoIsTriedAgainAndNotThrown() {
        IndexMaking indexes = making(() -> {
            if (begun.get() == 1) {
                awaitQuietly(built);
                throw away();
            }
        });
        indexes.ensure();
        built.countDown();
        awaitEnd();
        aMinutePasses();

        indexes.ensure();

        assertThat(begun).hasValue(2);
    }

    @Test
    void whatFailsAtOnceIsThrownAndTriedAgain() {
        IndexMaking indexes = making(() -> {
            if (begun.get() == 1) {
                throw away();
            }
        });

        assertThatThrownBy(indexes::ensure)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("away");
        indexes.ensure();
        indexes.ensure();

        assertThat(begun).hasValue(2);
    }

    private IndexMaking making(Runnable making) {
        Runnable counted = () -> {
            begun.incrementAndGet();
            maker.set(Thread.currentThread());
            making.run();
        };
        return new IndexMaking(counted, log, Duration.ofSeconds(1), nanos::get);
    }

    /** The thread ends after the task has. */
    private void awaitEnd() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Objects.requireNonNull(maker.get()).isAlive());
    }

    private void aMinutePasses() {
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
    }

    private static StoreUnavailableException away() {
        return new StoreUnavailableException("away", new IllegalStateException());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
