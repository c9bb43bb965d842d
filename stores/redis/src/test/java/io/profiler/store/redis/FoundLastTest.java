// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is made to look at all keys, and who is told what others found. */
@Timeout(60)
class FoundLastTest {

    private static final Supplier<String> UNWANTED = () -> {
        throw new AssertionError("looks again");
    };

    private final AtomicLong nanoTime = new AtomicLong();
    private final FoundLast<String> last = new FoundLast<>(nanoTime::get);

    @Test
    void whatWasFoundServesForAWhileAndAsLongAsThereAreAsManyKeys() {
        assertThat(last.find(5, 1, () -> "first")).isEqualTo("first");
        assertThat(last.find(5, 2, UNWANTED)).isEqualTo("first");
        nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(last.find(5, 1, UNWANTED)).isEqualTo("first");
        assertThat(last.find(5, 2, () -> "second")).isEqualTo("second");
        assertThat(last.find(6, 2, () -> "another")).isEqualTo("another");
    }

    @Test
    void whileOneLooksOthersAreToldWhatWasFoundBefore() {
        last.find(5, 1, () -> "before");
        nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
        CountDownLatch looks = new CountDownLatch(1);
        CountDownLatch found = new CountDownLatch(1);
        CompletableFuture<String> looking = CompletableFuture.supplyAsync(() -> last.find(5, 2, () -> {
            looks.countDown();
            await(found);
            return "after";
        }));
        await(looks);

        assertThat(last.find(5, 3, UNWANTED)).isEqualTo("before");
        found.countDown();
        assertThat(looking.join()).isEqualTo("after");
        assertThat(last.find(5, 2, UNWANTED)).isEqualTo("after");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
