// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00.123456, 1769860800123456",
        "1970-01-01T00:00:00.000001, 1",
        "1969-12-31T23:59:59.999999, -1",
        "2024-02-29T23:59:59.000000, 1709251199000000",
        "2026-01-31T12:00:00, 1769860800000000",
        "2026-01-31T12:00:00.5, 1769860800500000",
        "2026-01-31T12:00:00.123456789, 1769860800123456"
    })
    void readsWhateverDigitsThereAre(String timestamp, long epochMicros) {
        assertThat(EventTime.toEpochMicros(timestamp)).isEqualTo(epochMicros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T12:00:00.123456",
                "2026-01-31T24:00:00.000000",
                "2026-01-31 12:00:00.123456",
                "2026-01-31T12:00:00.12345x",
                "٢٠٢٦-01-31T12:00:00.123456",
                ""
            })
    void refusesWhatIsNotATimestamp(String timestamp) {
        assertThatThrownBy(() -> EventTime.toEpochMicros(timestamp))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + timestamp + "' is not a timestamp");
    }
}
