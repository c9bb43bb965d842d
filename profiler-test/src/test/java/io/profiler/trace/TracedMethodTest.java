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

    @Test
    void whatAnArgumentCallsWhileItIsAskedForItsTextIsNoWorkOfTheRequests() {
        Labels labels = new Labels();

        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
            assertThat(labels.of(new Order(labels))).isEqualTo("order");
        }

        assertThat(labels.calls).as("one for the request, one for the text").isEqualTo(2);
        assertThat(sink.points().stream().filter(point -> point.name().startsWith("labels-")))
                .hasSize(2);
        assertThat(sink.point("labels-start").info().toString()).contains("args=(order)");
    }

    @Test
    void whatAnErrorCallsWhileItIsAskedForItsMessageIsNoWorkOfTheRequests() {
        Labels labels = new Labels();
        RuntimeException error = new RuntimeException() {
            @Override
            public String getMessage() {
                return labels.of(new Order(labels));
            }
        };

        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
            profiler.start("rpc").stop(error);
            assertThat(TracedMethod.isThreadProfiled()).isTrue();
        }

        assertThat(sink.points()).noneMatch(point -> point.name().startsWith("labels-"));
        assertThat(sink.point("rpc-stop").info()).containsEntry("message", "order");
    }

    @Test
    void anEnumIsAskedAsAnyOther() {
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            assertThat(scope).isNotSameAs(ProfiledScope.FAILED);
            assertThat(Status.LABELS.of(Status.OPEN)).isEqualTo("order");
        }

        assertThat(sink.point("labels-start").info().toString()).contains("args=(order)");
        assertThat(Status.LABELS.calls).isEqualTo(2);
    }

    private enum Status {
        OPEN;

        private static final Labels LABELS = new Labels();

        @Override
        public String toString() {
            return LABELS.of(this);
        }
    }

    /** As a bean with advice is. */
    private static final class Labels {

        private final TracedMethod method = TracedMethod.named("labels", "Labels.of")
                .parameterNames(new String[] {"order"})
                .build();
        private int calls;

        private String of(Object order) {
            Span span = method.start(new Object[] {order});
            calls++;
            if (span != null) {
                method.stop(span, null);
            }
            return "order";
        }
    }

    private record Order(Labels labels) {

        @Override
        public String toString() {
            return labels.of(this);
        }
    }
}
