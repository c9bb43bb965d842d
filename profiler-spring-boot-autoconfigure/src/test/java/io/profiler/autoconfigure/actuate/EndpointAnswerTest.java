// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

class EndpointAnswerTest {

    @Test
    void whatNobodyExpectedIsToldWithoutItsText() {
        WebEndpointResponse<byte[]> answer = EndpointAnswer.of(
                () -> {
                    throw new IllegalArgumentException("SESSION=secret");
                },
                (status, message) -> new WebEndpointResponse<>(message.getBytes(StandardCharsets.UTF_8), status));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(new String(answer.getBody(), StandardCharsets.UTF_8))
                .contains("IllegalArgumentException")
                .doesNotContain("SESSION");
    }
}
