// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayedAnswerTest {

    @Test
    void keepsCookiesBackHoweverTheyAreWritten() {
        HttpHeaders headers = HttpHeaders.of(
                Map.of("Set-Cookie", List.of("a=b"), "SET-COOKIE2", List.of("c=d"), "X-Other", List.of("1", "2")),
                (name, value) -> true);

        assertThat(RelayedAnswer.shown(headers)).containsExactly(List.of("x-other", "1"), List.of("x-other", "2"));
    }
}
