// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RecordedBrowsersTest {

    private final RecordedBrowsers browsers = new RecordedBrowsers(true, () -> "/actuator/profiler");

    @Test
    void inHttp2TheCookieMayHaveAHeaderOfItsOwn() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/shop");
        request.setProtocol("HTTP/2.0");
        request.addHeader("Cookie", "a=b");
        request.addHeader("Cookie", "profiler-recording=a.b.c");

        assertThat(browsers.token(request)).isEqualTo("a.b.c");
    }
}
