// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.trace.sample.Stacks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where on a stack the application begins. */
class OuterCallsTest {

    private static final String SERVER = "java.lang.Thread.run org.apache.catalina.core.StandardHostValve.invoke "
            + "io.profiler.autoconfigure.servlet.ProfilerFilter.doFilter io.profiler.trace.Profiler.trace "
            + "org.springframework.web.servlet.DispatcherServlet.doGet ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Shop.list",
                "org.springframework.samples.petclinic.owner.OwnerController.find",
                "io.profiler.sample.QueueController.list"
            })
    void itIsWhereTheServerAndItsFrameworksCallIt(String method) {
        String[] frames = (SERVER + method + " java.util.HashMap.get").split(" ");

        assertThat(OuterCalls.end(Stacks.of(frames))).isEqualTo(5);
    }
}
