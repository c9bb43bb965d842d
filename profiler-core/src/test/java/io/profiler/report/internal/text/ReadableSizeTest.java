// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.00 kB",
        "9994, 9.99 kB",
        "9996, 10.0 kB",
        "123456, 123 kB",
        "999499, 999 kB",
        "999500, 1.00 MB",
        "12300000, 12.3 MB",
        "9223372036854775807, 9.22 EB"
    })
    void hasThreeDigitsAndAUnit(long bytes, String text) {
        assertThat(ReadableSize.of(bytes)).isEqualTo(text);
    }
}
