// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"payload":{}}        | 1.0
            {"oslo.version":"2.0"} | 2.0
            {"oslo.version":2}     | 2
            """)
    void isTheVersionOfTheEnvelope(String body, String format) {
        assertThat(format(body)).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"oslo.version\":\"\"}",
                "{\"oslo.version\":null}",
                "{\"oslo.version\":{}}",
                "{\"oslo.version\":\"2.0\\u001b[2J\"}",
                "{\"oslo.version\":\"2.0; all is well\"}"
            })
    void nothingElseIsRepeatedOfWhatAnybodyMaySend(String body) {
        assertThat(format(body)).isEqualTo("no version: it is no notification");
    }

    private static String format(String body) {
        return Notification.format(body.getBytes(StandardCharsets.UTF_8));
    }
}
