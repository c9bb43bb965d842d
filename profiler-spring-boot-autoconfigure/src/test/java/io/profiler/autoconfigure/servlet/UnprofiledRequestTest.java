// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.AllocatedBytes;
import io.profiler.propagation.HeaderVerifier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What everybody else's request allocates to be found not to ask for a profile: nothing, also with cookies of its own. */
class UnprofiledRequestTest {

    private static final int REQUESTS = 20_000;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allocatesNothing(boolean browsersAreRecorded) {
        RequestTraces traces = new RequestTraces(
                new HeaderVerifier(List.of("key")),
                new RecordedBrowsers(browsersAreRecorded, () -> "/actuator/profiler"),
                () -> null);
        HttpServletRequest request = new Plain();
        allocatedBy(traces, request);

        // A few bytes a thousand requests, not a request, are what the measurement itself may cost.
        assertThat(allocatedBy(traces, request)).isLessThan(REQUESTS);
    }

    private static long allocatedBy(RequestTraces traces, HttpServletRequest request) {
        return AllocatedBytes.of(REQUESTS, () -> assertUnprofiled(traces.askedFor(request) == null));
    }

    private static void assertUnprofiled(boolean unprofiled) {
        if (!unprofiled) {
            throw new AssertionError("the request is profiled");
        }
    }

    private static final class Plain extends HttpServletRequestWrapper {

        Plain() {
            super(new MockHttpServletRequest());
        }

        @Override
        public String getHeader(String name) {
            return name.equals("Cookie") ? "JSESSIONID=1; other=2" : null;
        }
    }
}
