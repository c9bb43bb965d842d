// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoContextLeft.class)
class TracedMethodTest {

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler = Profiler.create(
            sink,
            new Origin("host", "project", "service"),
            ArgumentCapture.enabled(CaptureSettings.defaults().secretNames(), 100));

    @Test
    void aSecretStaysOneWhateverBecomesOfTheNamesThatWereGiven() {
        String[] names = {"password"};
        TracedMethod method =
                TracedMethod.named("login", "Users.login").parameterNames(names).build();
        names[0] = "user";

        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
            Span span = Objects.requireNonNull(method.start(List.of("rosebud").toArray()));
            method.stop(span, null);
        }

        assertThat(sink.point("login-start").info().toString()).contains("***").doesNotContain("rosebud");
    }
}
