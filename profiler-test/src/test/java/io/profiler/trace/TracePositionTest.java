// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoContextLeft.class)
class TracePositionTest {

    private final Profiler profiler =
            Profiler.create(new CollectingSink(), new Origin("host", "project", "service"), ArgumentCapture.disabled());

    @Test
    void theOutermostSpanIsTheOneAroundAllOthers() {
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            assertThat(here().outermost()).isNull();

            Span request = profiler.start("request");
            assertThat(here().outermost()).isSameAs(request);

            Span service = profiler.start("service");
            Span statement = profiler.start("statement");
            assertThat(here().outermost()).isSameAs(request);
            assertThat(below(statement).outermost()).isSameAs(request);

            statement.stop();
            service.stop();
            request.stop();
            assertThat(below(service).outermost()).isSameAs(request);
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
        }
    }

    private static TracePosition here() {
        return Objects.requireNonNull(TracePosition.current());
    }

    private static TracePosition below(Span span) {
        return Objects.requireNonNull(TracePosition.below(span));
    }
}
