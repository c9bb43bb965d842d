// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.Sampler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long THRESHOLD = Duration.ofSeconds(1).toNanos();

    private final Sampler sampler = new Sampler();
    private final AtomicInteger asked = new AtomicInteger();
    private final Watchdog watchdog = new Watchdog(Duration.ofMillis(5), this::look);

    private Looks look() {
        asked.incrementAndGet();
        return sampler.begin(Duration.ofMillis(5));
    }

    @AfterEach
    void stop() {
        watchdog.close();
    }

    @Test
    void seesARequestThatIsSlowAndItsThread() {
        watchdog.start();
        WatchSlot place = watchdog.begin(System.nanoTime());
        await().atMost(PATIENCE).until(() -> asked.get() == 1);
        Sighting sighting = place.end();

        assertThat(sighting).isNotNull();
        Looks looks = sighting.end();
        assertThat(looks).isNotNull();
        assertThat(looks.isOver()).isTrue();
    }

    @Test
    void goesOnWhereNobodyCanLook() {
        try (Watchdog fails = new Watchdog(Duration.ofMillis(5), () -> {
            asked.incrementAndGet();
            throw new IllegalStateException("cannot");
        })) {
            fails.start();
            WatchSlot first = fails.begin(System.nanoTime());
            await().atMost(PATIENCE).until(() -> asked.get() == 1);
            WatchSlot second = fails.begin(System.nanoTime());
            await().atMost(PATIENCE).until(() -> asked.get() == 2);

            assertThat(first.end()).isNotNull();
            assertThat(second.end()).isNotNull();
        }
    }

    @Test
    void aPlaceIsForOneRequestAfterTheOther() {
        WatchSlot place = new WatchSlot();
        Thread thread = Thread.currentThread();

        assertThat(place.take(thread, 0)).isTrue();
        assertThat(place.take(thread, 0)).isFalse();
        assertThat(place.sight(THRESHOLD - 1, THRESHOLD)).isNull();
        Sighting sighting = place.sight(THRESHOLD, THRESHOLD);
        assertThat(sighting).isNotNull();
        assertThat(place.sight(2 * THRESHOLD, THRESHOLD)).isNull();
        assertThat(place.end()).isSameAs(sighting);
        assertThat(place.take(thread, THRESHOLD)).isTrue();
        assertThat(place.sight(THRESHOLD, THRESHOLD)).isNull();
        assertThat(place.end()).isNull();
        assertThat(place.sight(2 * THRESHOLD, THRESHOLD)).isNull();
    }

    @Test
    void whoFindsNoPlaceIsCounted() {
        List<WatchSlot> taken = new ArrayList<>();
        for (WatchSlot place = watchdog.begin(0); place != null; place = watchdog.begin(0)) {
            taken.add(place);
        }

        assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
        assertThat(watchdog.unwatched()).isEqualTo(1);
        taken.get(0).end();
        assertThat(watchdog.begin(0)).isSameAs(taken.get(0));
    }

    @Test
    void aRequestThatHasEndedIsNotLookedAt() {
        Sighting sighting = new Sighting(Thread.currentThread(), 0);
        assertThat(sighting.end()).isNull();
        Looks looks = look();
        sighting.lookBy(looks);

        assertThat(looks.isOver()).isTrue();
        assertThat(sighting.goesOn(0, THRESHOLD)).isFalse();
    }

    @Test
    void nobodyIsLookedAtForEver() {
        Sighting sighting = new Sighting(Thread.currentThread(), 0);
        Looks looks = look();
        sighting.lookBy(looks);

        assertThat(sighting.goesOn(THRESHOLD, THRESHOLD)).isTrue();
        assertThat(looks.isOver()).isFalse();
        assertThat(sighting.goesOn(THRESHOLD + 1, THRESHOLD)).isFalse();
        assertThat(looks.isOver()).isTrue();
        assertThat(sighting.end()).isSameAs(looks);
    }
}
