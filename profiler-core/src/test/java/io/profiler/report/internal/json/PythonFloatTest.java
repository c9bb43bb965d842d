// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonFloatTest {

    /** Second column: what Python 3.11 prints. */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.0",
        "-0.0, -0.0",
        "1, 1.0",
        "-1.5, -1.5",
        "0.1, 0.1",
        "100, 100.0",
        "1e300, 1e+300",
        "1e15, 1000000000000000.0",
        "1e16, 1e+16",
        "123456789012345680, 1.2345678901234568e+17",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "2e23, 2e+23",
        "1e23, 1e+23",
        "9007199254740993, 9007199254740992.0",
        "5.684341886080802e-14, 5.684341886080802e-14",
        "4.9e-324, 5e-324",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "0.30000000000000004, 0.30000000000000004",
        "3.141592653589793, 3.141592653589793",
        "2.0e-3, 0.002",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "NaN, NaN"
    })
    void printsAsPythonDoes(double value, String text) {
        assertThat(PythonFloat.repr(value)).isEqualTo(text);
    }
}
