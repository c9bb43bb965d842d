// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.autoconfigure.kit.StoringApplication;
import io.profiler.trace.Profiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever excludes the auto-configuration that the others are made for has nothing profiled, and an application that runs. */
class WithoutProfilerTest {

    private static final String[] SETTINGS = {
        "spring.autoconfigure.exclude=" + ProfilerAutoConfiguration.class.getName(),
        "profiler.connection-string=memory://",
        "profiler.trace-wsgi-transport=true",
        "profiler.console.relay=true",
        "management.endpoints.web.exposure.include=*"
    };

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theApplicationStarts(boolean reactive) {
        try (RunningApp app = reactive
                ? RunningApp.startReactive(StoringApplication.class, SETTINGS)
                : RunningApp.start(StoringApplication.class, SETTINGS)) {
            assertThat(app.bean(Profiler.class)).isSameAs(Profiler.NOOP);
            assertThat(app.context().getBeanNamesForType(Signature.class)).isEmpty();
            assertThat(app.get("/nowhere").statusCode()).isEqualTo(404);
        }
    }
}
