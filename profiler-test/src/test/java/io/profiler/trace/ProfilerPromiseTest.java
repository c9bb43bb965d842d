// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That no method of {@link Profiler} throws because of the profiler, whatever it is given. */
@NullUnmarked
class ProfilerPromiseTest {

    private static final TraceContext CONTEXT = new TraceContext("base", "parent", "key");

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler = Profiler.create(
            sink, new Origin("host-1", "demo", "api"), ArgumentCapture.enabled(List.of("password"), 100));

    @AfterEach
    void theContextIsGone() {
        assertThat(CurrentRecorder.get()).isNull();
    }

    static Stream<Throwable> whatForeignCodeThrows() {
        return Stream.of(
                new IllegalStateException(),
                new AssertionError("no"),
                new NotImplementedError(),
                new OutOfMemoryError(),
                new StackOverflowError(),
                new NoClassDefFoundError(),
                new InternalError(),
                new ThreadDeath(),
                new java.io.IOException("not declared"));
    }

    /** As Kotlin's. */
    private static final class NotImplementedError extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void nothingToSayIsNoFault() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start(null).stop();
            profiler.start(null, null).stop((Map<String, ?>) null);
            profiler.start("a", null).stop((Throwable) null);
            assertThat(profiler.<Integer, RuntimeException>trace(null, () -> 1)).isEqualTo(1);
        }

        assertThat(sink.names())
                .containsExactly(
                        "null-start",
                        "null-stop",
                        "null-start",
                        "null-stop",
                        "a-start",
                        "a-stop",
                        "null-start",
                        "null-stop");
        assertThat(sink.points().stream().map(TracePoint::info)).containsOnly(Map.of("host", "host-1"));
    }

    @Test
    void withoutAContextNothingIsProfiled() {
        try (ProfiledScope scope = profiler.open(null)) {
            assertThat(profiler.start("a")).isSameAs(Span.NOOP);
        }
    }

    @ParameterizedTest
    @MethodSource("whatForeignCodeThrows")
    void aValueThatThrowsIsNamed(Throwable thrown) {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("a", Map.of("k", new Hostile(thrown))).stop(new HostileMap(thrown));
            profiler.start("b", new HostileMap(thrown)).stop(new HostileException(thrown));
            TracedMethod method = TracedMethod.named("c", "C.c")
                    .parameterNames(new String[] {"x"})
                    .showResult(true)
                    .build();
            method.stop(method.start(new Object[] {List.of(new Hostile(thrown))}), new Hostile(thrown));
        }

        String type = thrown.getClass().getSimpleName();
        assertThat(sink.point("a-start").info()).containsEntry("k", "(" + type + " in Hostile)");
        assertThat(sink.point("a-stop").info())
                .containsEntry("unreadable", thrown.getClass().getName());
        assertThat(sink.point("b-stop").info())
                .containsEntry("etype", HostileException.class.getName())
                .containsEntry("message", "(" + type + " in getMessage)");
        assertThat(sink.point("c-start").info().toString()).contains("args=([(" + type + " in Hostile)])");
        assertThat(sink.point("c-stop").info().toString()).contains("result=(" + type + " in Hostile)");
    }

    @ParameterizedTest
    @MethodSource("whatForeignCodeThrows")
    void theApplicationsOwnExceptionStaysTheOne(Throwable thrown) {
        HostileException own = new HostileException(thrown);
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            assertThatThrownBy(() -> profiler.trace("a", () -> {
                        throw own;
                    }))
                    .isSameAs(own);
        }

        assertThat(sink.names()).containsExactly("a-start", "a-stop");
    }

    @Test
    void namesAreStorable() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("x".repeat(100_000)).stop();
            profiler.start("a\0\ud800🐎").stop();
        }

        assertThat(sink.points().get(0).name()).hasSize(207).endsWith("x…-start");
        assertThat(sink.points().get(2).name()).isEqualTo("a\ufffd\ufffd🐎-start");
    }

    @Test
    void aScopeThatIsClosedOnAnotherThreadEndsOnItsOwn() {
        ProfiledScope request = profiler.open(CONTEXT);
        Span span = profiler.start("here");
        TraceContext other = new TraceContext("other", "other", "key");
        CompletableFuture.runAsync(() -> {
                    try (ProfiledScope own = profiler.open(other)) {
                        request.close();
                        profiler.start("there").stop();
                    }
                })
                .join();

        assertThat(profiler.context()).isEmpty();
        assertThat(profiler.start("after")).isSameAs(Span.NOOP);
        span.stop();
        assertThat(sink.point("there-start").baseId()).isEqualTo("other");
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void scopesThatAreClosedInTheWrongOrderLeaveTheThreadUnprofiled() {
        ProfiledScope outer = profiler.open(CONTEXT);
        ProfiledScope inner = profiler.open(new TraceContext("other", "other", "key"));
        outer.close();
        profiler.start("inner").stop();
        inner.close();

        assertThat(profiler.context()).isEmpty();
        assertThat(sink.point("inner-start").baseId()).isEqualTo("other");
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void closingTwiceDoesNotEndWhatWentOn() {
        ProfiledScope first = profiler.open(CONTEXT);
        first.close();
        try (ProfiledScope resumed = first.resume()) {
            first.close();
            profiler.start("resumed").stop();
        }

        assertThat(sink.names()).containsExactly("resumed-start", "resumed-stop");
    }

    private record Hostile(Throwable thrown) {
        @Override
        public String toString() {
            throw sneaky(thrown);
        }
    }

    private static final class HostileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Throwable thrown;

        HostileException(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public String getMessage() {
            throw sneaky(thrown);
        }
    }

    private static final class HostileMap extends AbstractMap<String, Object> {

        private final Throwable thrown;

        HostileMap(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public boolean isEmpty() {
            throw sneaky(thrown);
        }

        @Override
        public int size() {
            throw sneaky(thrown);
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            throw sneaky(thrown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
