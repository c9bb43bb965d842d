// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptPerMinuteTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final KeptPerMinute perMinute = new KeptPerMinute(4, now::get);

    @Test
    void oneRouteHasHalf() {
        assertThat(perMinute.take("/a")).isTrue();
        assertThat(perMinute.take("/a")).isTrue();
        assertThat(perMinute.take("/a")).isFalse();
        assertThat(perMinute.take("/b")).isTrue();
        assertThat(perMinute.take("/c")).isTrue();
        assertThat(perMinute.take("/d")).isFalse();
        assertThat(perMinute.kept()).isEqualTo(4);
        assertThat(perMinute.refused()).isEqualTo(2);
    }

    @Test
    void theNextMinuteBeginsAnew() {
        perMinute.take("/a");
        perMinute.take("/a");
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(perMinute.take("/a")).isFalse();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(perMinute.take("/a")).isTrue();
    }

    @Test
    void oneIsEnoughForARoute() {
        assertThat(new KeptPerMinute(1, now::get).take("/a")).isTrue();
    }
}
