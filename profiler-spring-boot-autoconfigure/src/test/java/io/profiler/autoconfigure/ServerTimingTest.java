// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerTimingTest {

    @Test
    void namesAreTokensAndTimesMilliseconds() {
        assertThat(ServerTiming.of(Map.of("wsgi", 12_301_000L))).isEqualTo("wsgi;dur=12.301");
        assertThat(ServerTiming.of(Map.of("a, b;c", 1_000L))).isEqualTo("a__b_c;dur=0.001");
    }

    @Test
    void timesAreRoundedAsAnyFormatRoundsThem() {
        for (long nanos : new long[] {0, 499, 500, 1_499, 999_499, 999_500, 1_049_999, 987_654_321, 60_000_000_000L}) {
            assertThat(ServerTiming.of(Map.of("wsgi", nanos)))
                    .isEqualTo(String.format(Locale.ROOT, "wsgi;dur=%.3f", nanos / 1e6));
        }
    }

    @Test
    void leavesTheApplicationsOwnHeadersTheirRoom() {
        Map<String, Long> times = new LinkedHashMap<>();
        for (int i = 0; i < 16; i++) {
            times.put(i + "n".repeat(198), 1L);
        }

        assertThat(ServerTiming.of(times)).hasSizeBetween(600, 1_010).startsWith("0nnn");
    }
}
