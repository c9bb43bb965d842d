// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @Test
    void whatIsWrittenNowExpiresAsMuchLaterAsWhatExpiresNowIsOlder() {
        Retention retention = new Retention(Duration.ofHours(2), CLOCK);
        assertThat(retention.expiry()).isEqualTo("2026-01-31T14:00:00Z");
        assertThat(retention.cutoff()).isEqualTo("2026-01-31T10:00:00Z");
    }

    @Test
    void whatIsKeptForeverHasNeither() {
        Retention forever = new Retention(null, CLOCK);
        assertThat(forever.expiry()).isNull();
        assertThat(forever.cutoff()).isNull();
    }
}
