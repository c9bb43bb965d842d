// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTimestampTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00.123456Z, 2026-01-31T12:00:00.123456",
        "2026-12-01T01:02:03Z, 2026-12-01T01:02:03.000000",
        "2026-12-31T23:59:59.000007Z, 2026-12-31T23:59:59.000007",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.000000",
        "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999999",
    })
    void hasSixDigitsAndNoZone(Instant instant, String text) {
        assertThat(WireTimestamp.format(ChronoUnit.MICROS.between(Instant.EPOCH, instant)))
                .isEqualTo(text);
    }
}
