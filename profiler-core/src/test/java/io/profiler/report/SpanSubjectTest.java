// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanSubjectTest {

    @Test
    void aMessagesSpanIsAboutItsQueueOrTopic() {
        assertThat(subject(Map.of("messaging", Map.of("system", "kafka", "destination", "orders"))))
                .isEqualTo("orders");
    }

    @Test
    void anObservationsIsAboutWhatItSays() {
        assertThat(subject(Map.of("observation", Map.of("name", "orders send"))))
                .isEqualTo("orders send");
    }

    @Test
    void whatSaysNothingOfThatKindIsAboutNothing() {
        assertThat(subject(Map.of("messaging", Map.of("destination", 7), "observation", "text")))
                .isNull();
    }

    private static String subject(Map<String, ?> info) {
        return TracePoints.report(Stream.of(
                        TracePoints.point("span-start", "1", "base", 0, info),
                        TracePoints.point("span-stop", "1", "base", 1, Map.of())))
                .roots()
                .get(0)
                .subject();
    }
}
