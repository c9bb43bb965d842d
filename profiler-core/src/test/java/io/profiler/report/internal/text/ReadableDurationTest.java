// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableDurationTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 µs",
        "999, 999 µs",
        "1000, 1.00 ms",
        "9994, 9.99 ms",
        "9996, 10.0 ms",
        "99960, 100 ms",
        "999499, 999 ms",
        "999500, 1.00 s",
        "12345678, 12.3 s",
        "59960000, 1:00 min",
        "3599000000, 59:59 min",
        "90000100001, 25:00 h",
        "3599940000000, 999:59 h",
        "3600000000000, 41.7 d",
        "86313600000000, 999 d",
        "86400000000000, 2.74 y",
        "63925149600100000, 2026 y",
        "-4000000000000000000, -126755 y",
        "-1200, -1.20 ms"
    })
    void hasThreeDigitsAndAUnit(long micros, String text) {
        assertThat(new ReadableDuration("µs").of(micros)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 7 µs", "ISO-8859-1, 7 µs", "US-ASCII, 7 us", "x-JISAutoDetect, 7 us"})
    void writesTheUnitAsThePlaceCan(Charset charset, String text) {
        assertThat(ReadableDuration.in(charset).of(7)).isEqualTo(text);
    }
}
