// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.cors.CorsConfiguration;

/** Which pages of other sites may have something done. */
class ServletExchangeTest {

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, *, true",
                "none, https://partner.example, true",
                "https://partner.example, none, false",
                "https://partner.example, https://partner.example, false",
                "https://other.example, https://partner.example, true",
                "*, *, true",
            })
    void onlyThoseThatEndpointsAllowWhateverTheApplicationAllows(
            @Nullable String ofEndpoints, @Nullable String answered, boolean refused) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/actuator/profiler");
        request.addHeader("Origin", "https://partner.example");
        request.addHeader("Sec-Fetch-Site", "cross-site");
        MockHttpServletResponse response = new MockHttpServletResponse();
        if (answered != null) {
            response.setHeader("Access-Control-Allow-Origin", answered);
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));

        assertThat(new ServletExchange(() -> allowing(ofEndpoints)).isOfAnotherSite())
                .isEqualTo(refused);
    }

    private static @Nullable CorsConfiguration allowing(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(List.of(origin));
        return cors;
    }
}
