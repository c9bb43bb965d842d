// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoContextLeft.class)
class ProfilerTest {

    private static final TraceContext CONTEXT = new TraceContext("base", "parent", "key");

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler =
            Profiler.create(sink, new Origin("host-1", "demo", "api"), ArgumentCapture.disabled());

    @Test
    void nothingIsRecordedOutsideOfAProfiledRequest() {
        Span span = profiler.start("cache");
        span.stop();

        assertThat(span).isSameAs(Span.NOOP);
        assertThat(profiler.context()).isEmpty();
        assertThat(sink.points()).isEmpty();
    }

    @Test
    void aSpanIsTwoPointsInOsprofilersShape() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("db", Map.of("db", Map.of("statement", "SELECT 1"))).stop(Map.of("rows", 3));
        }

        TracePoint start = sink.point("db-start");
        TracePoint stop = sink.point("db-stop");
        assertThat(start.toDocument().keySet())
                .containsExactly("name", "base_id", "trace_id", "parent_id", "timestamp", "info", "project", "service");
        assertThat(start.baseId()).isEqualTo("base");
        assertThat(start.parentId()).isEqualTo("parent");
        assertThat(start.traceId()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(start.timestamp()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(start.info()).isEqualTo(Map.of("db", Map.of("statement", "SELECT 1"), "host", "host-1"));
        assertThat(stop.info()).isEqualTo(Map.of("rows", 3, "host", "host-1"));
        assertThat(stop.traceId()).isEqualTo(start.traceId());
        assertThat(List.of(start.project(), start.service())).containsExactly("demo", "api");
        assertThat(LocalDateTime.parse(stop.timestamp())).isAfterOrEqualTo(LocalDateTime.parse(start.timestamp()));
    }

    @Test
    void spansNest() {
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span wsgi = profiler.start("wsgi")) {
            try (Span first = profiler.start("first")) {
                profiler.start("deep").stop();
            }
            profiler.start("second").stop();
        }

        String wsgi = sink.point("wsgi-start").traceId();
        assertThat(sink.point("first-start").parentId()).isEqualTo(wsgi);
        assertThat(sink.point("second-start").parentId()).isEqualTo(wsgi);
        assertThat(sink.point("deep-start").parentId())
                .isEqualTo(sink.point("first-start").traceId());
        assertThat(sink.names())
                .containsExactly(
                        "wsgi-start",
                        "first-start",
                        "deep-start",
                        "deep-stop",
                        "first-stop",
                        "second-start",
                        "second-stop",
                        "wsgi-stop");
    }

    @Test
    void aLambdaIsTracedAndItsExceptionRecorded() throws IOException {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            assertThat(profiler.<Integer, IOException>trace("fine", () -> 42)).isEqualTo(42);
            assertThatThrownBy(() -> profiler.trace("bad", () -> {
                        throw new IOException("no such file");
                    }))
                    .isInstanceOf(IOException.class);
        }

        assertThat(sink.point("bad-stop").info())
                .containsEntry("etype", "java.io.IOException")
                .containsEntry("message", "no such file")
                .containsEntry("host", "host-1")
                .hasSize(4);
        assertThat(sink.point("fine-stop").errorType()).isNull();
    }

    @Test
    void theInnermostSpanThatAnErrorEndsTellsWhereItWasThrown() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            assertThatThrownBy(() -> profiler.trace("outer", () -> {
                        try {
                            return profiler.trace("inner", () -> {
                                throw new IOException("no such file");
                            });
                        } catch (IOException cause) {
                            throw new UncheckedIOException(cause);
                        }
                    }))
                    .isInstanceOf(UncheckedIOException.class);
        }

        assertThat((String) sink.point("inner-stop").info().get("stack"))
                .contains("(ProfilerTest.java:")
                .doesNotContain("no such file");
        assertThat(sink.point("outer-stop").info())
                .containsEntry("etype", "java.io.UncheckedIOException")
                .doesNotContainKey("stack");
    }

    @Test
    void errorsWhoseStackCannotBeReadAreToldAllTheSame() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("bad").stop(new RuntimeException("text") {

                private static final long serialVersionUID = 1L;

                @Override
                public StackTraceElement[] getStackTrace() {
                    throw new IllegalStateException("none");
                }
            });
        }

        assertThat(sink.point("bad-stop").info())
                .containsEntry("message", "text")
                .containsKey("etype")
                .doesNotContainKey("stack");
    }

    @Test
    void aSpanStopsOnce() {
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span span = profiler.start("once")) {
            span.stop();
            span.stop(new IllegalStateException());
        }

        assertThat(sink.names()).containsExactly("once-start", "once-stop");
        assertThat(sink.point("once-stop").errorType()).isNull();
    }

    @Test
    void aSpanThatEndsBeforeTheOneBelowItDoesNotMoveTheOneBelowIt() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            Span outer = profiler.start("outer");
            Span inner = profiler.start("inner");
            outer.stop();
            inner.stop();
            profiler.start("after").stop();
        }

        assertThat(sink.point("after-start").parentId()).isEqualTo("parent");
        assertThat(sink.point("inner-stop").parentId())
                .isEqualTo(sink.point("outer-start").traceId());
    }

    @Test
    void aSpanMayEndOnAnotherThreadAfterTheRequest() {
        Span span;
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            span = profiler.start("async");
            span.detach();
            profiler.start("sibling").stop();
        }
        CompletableFuture.runAsync(span::stop).join();

        assertThat(sink.point("sibling-start").parentId()).isEqualTo("parent");
        assertThat(sink.point("async-stop").traceId())
                .isEqualTo(sink.point("async-start").traceId());
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void whatGoesDownstreamNamesTheCurrentSpan() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            assertThat(profiler.context()).contains(CONTEXT);
            try (Span span = profiler.start("client")) {
                assertThat(profiler.context())
                        .contains(new TraceContext(
                                "base", sink.point("client-start").traceId(), "key"));
            }
        }
    }

    @Test
    void aScopeInsideAnotherGivesTheThreadBackToIt() {
        try (ProfiledScope outer = profiler.open(CONTEXT)) {
            try (ProfiledScope inner = profiler.open(new TraceContext("other", "other", "key"))) {
                profiler.start("inner").stop();
            }
            profiler.start("outer").stop();
        }

        assertThat(sink.point("inner-start").baseId()).isEqualTo("other");
        assertThat(sink.point("outer-start").baseId()).isEqualTo("base");
    }

    @Test
    void whatWasClosedElsewhereIsLeftInsideOut() {
        ProfiledScope outer = profiler.open(CONTEXT);
        ProfiledScope middle = profiler.open(new TraceContext("middle", "middle", "key"));
        ProfiledScope inner = profiler.open(new TraceContext("inner", "inner", "key"));
        closeElsewhere(middle);
        closeElsewhere(inner);

        profiler.start("work").stop();
        outer.close();

        assertThat(sink.point("work-start").baseId()).isEqualTo("base");
        assertThat(profiler.context()).isEmpty();
    }

    @Test
    void aScopeThatWasResumedInsideItselfAndClosedElsewhereLeadsBackToItself() {
        ProfiledScope outer = profiler.open(CONTEXT);
        closeElsewhere(outer.resume());

        profiler.start("work").stop();
        outer.close();

        assertThat(sink.point("work-start").baseId()).isEqualTo("base");
        assertThat(profiler.context()).isEmpty();
    }

    private static void closeElsewhere(ProfiledScope scope) {
        CompletableFuture.runAsync(scope::close).join();
    }

    @Test
    void aSpanIsNotNamedByASecret() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("GET /reset?token=S3cr3t").stop();
        }

        assertThat(sink.names()).containsExactly("GET /reset?token=***-start", "GET /reset?token=***-stop");
    }

    @Test
    void namesHoldNoDash() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("neutron-api").stop();
        }

        assertThat(sink.names()).containsExactly("neutron_api-start", "neutron_api-stop");
    }

    @Test
    void longTracesKeepTheirOrderAndTheirIdsApart() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            for (int i = 0; i < 5_000; i++) {
                profiler.start("span" + i).stop();
            }
        }

        List<TracePoint> points = sink.points();
        assertThat(points).hasSize(10_000);
        assertThat(points.get(9_999).name()).isEqualTo("span4999-stop");
        assertThat(points.stream().map(TracePoint::timestamp)).isSorted();
        assertThat(points.stream().map(TracePoint::traceId).distinct()).hasSize(5_000);
    }

    @Test
    void whereThereIsNoRoomEveryPointIsCounted() {
        sink.setFull(true);
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("lost").stop();
            sink.setFull(false);
            profiler.start("kept").stop();
        }

        assertThat(sink.dropped()).isEqualTo(1);
        assertThat(sink.names()).containsExactly("lost-stop", "kept-start", "kept-stop");
        assertThat(sink.manifests()).containsExactly(new Manifest(2, 4, Map.of(), 0));
    }

    @Test
    void aScopeGoesOnOnAnotherThreadWhereItWasClosed() {
        ProfiledScope request = profiler.open(CONTEXT);
        Span wsgi = profiler.start("wsgi");
        request.close();
        CompletableFuture.runAsync(() -> {
                    try (ProfiledScope dispatched = request.resume()) {
                        profiler.start("dispatched").stop();
                    }
                    assertThat(profiler.context()).isEmpty();
                })
                .join();
        wsgi.stop();

        assertThat(sink.point("dispatched-start").parentId())
                .isEqualTo(sink.point("wsgi-start").traceId());
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void aSinkThatFailsDoesNotFailTheRequest() {
        Profiler failing =
                Profiler.create(new FailingSink(), new Origin("host-1", "demo", "api"), ArgumentCapture.disabled());

        try (ProfiledScope scope = failing.open(CONTEXT)) {
            assertThat(failing.<String, RuntimeException>trace("work", () -> "done"))
                    .isEqualTo("done");
        }
    }

    @Test
    void infoIsCopiedWhenItIsGiven() {
        StringBuilder changing = new StringBuilder("before");
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("copy", Map.of("text", changing)).stop();
            changing.append(" and after");
        }

        assertThat(sink.point("copy-start").info()).containsEntry("text", "\"before\"");
    }

    @Test
    void aPositionIsGoneOnFromOnAnyThread() {
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span wsgi = profiler.start("wsgi")) {
            TracePosition position = TracePosition.current();
            CompletableFuture.runAsync(() -> {
                        TracePosition.set(position);
                        profiler.start("elsewhere").stop();
                        TracePosition.set(null);
                    })
                    .join();
            try (Span inner = profiler.start("inner")) {
                TracePosition.set(position);
                profiler.start("back").stop();
            }
        }

        String wsgi = sink.point("wsgi-start").traceId();
        assertThat(List.of(
                        sink.point("elsewhere-start").parentId(),
                        sink.point("back-start").parentId()))
                .containsOnly(wsgi);
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void aSpanThatIsStartedAtAPositionIsNoThreadsCurrentOne() {
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span wsgi = profiler.start("wsgi")) {
            TracePosition position = TracePosition.below(wsgi);
            Span here = position.start("here", Map.of("n", 1));
            Span elsewhere = CompletableFuture.supplyAsync(() -> position.start("else-where", Map.of()))
                    .join();
            profiler.start("current").stop();
            CompletableFuture.runAsync(here::stop).join();
            elsewhere.stop(Map.of("rows", 2));
            profiler.start("after").stop();
        }

        String wsgi = sink.point("wsgi-start").traceId();
        assertThat(Stream.of("here", "else_where", "current", "after")
                        .map(name -> sink.point(name + "-start").parentId()))
                .containsOnly(wsgi);
        assertThat(sink.point("here-start").info()).containsEntry("n", 1);
        assertThat(sink.point("else_where-stop").info()).containsEntry("rows", 2);
        assertThat(sink.openChunks()).isZero();
    }

    @Test
    void aSpanMayBeginAndEndAtTimesThatArePast() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            long nanoTime = System.nanoTime();
            profiler.start("between").stop();
            Span late = TracePosition.current().startedAt("wsgi", Map.of(), nanoTime);
            late.stopAt(nanoTime + 5_000, new IOException("gone"), Map.of("etype", "hidden", "rows", 3));
            late.stop();
        }

        assertThat(microsBetween("wsgi-start", "wsgi-stop")).isBetween(4L, 6L);
        assertThat(microsBetween("wsgi-start", "between-start")).isNotNegative();
        assertThat(sink.point("wsgi-stop").info())
                .containsEntry("etype", "java.io.IOException")
                .containsEntry("rows", 3);
    }

    private long microsBetween(String first, String second) {
        return ChronoUnit.MICROS.between(
                LocalDateTime.parse(sink.point(first).timestamp()),
                LocalDateTime.parse(sink.point(second).timestamp()));
    }

    @Test
    void aPositionIsBelowEachSpanAroundIt() {
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span wsgi = profiler.start("wsgi")) {
            Span beside = TracePosition.below(wsgi).start("beside", Map.of());
            try (Span inner = profiler.start("inner")) {
                TracePosition here = TracePosition.current();

                assertThat(List.of(wsgi, inner)).allMatch(here::isBelow);
                assertThat(List.of(beside, Span.NOOP)).noneMatch(here::isBelow);
            }
            beside.stop();
        }
    }

    @Test
    void whatIsInsideASpanOfAPositionIsBelowIt() {
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span wsgi = profiler.start("wsgi")) {
            Span outer = TracePosition.below(wsgi).start("outer", Map.of());
            TracePosition before = TracePosition.current();
            TracePosition.set(TracePosition.below(outer));
            profiler.start("inner").stop();
            TracePosition.set(before);
            outer.stop();
            profiler.start("beside").stop();
        }

        assertThat(sink.point("inner-start").parentId())
                .isEqualTo(sink.point("outer-start").traceId());
        assertThat(sink.point("beside-start").parentId())
                .isEqualTo(sink.point("wsgi-start").traceId());
    }

    @Test
    void aScopeEndsWhateverItsThreadDidInBetween() {
        TracePosition elsewhere;
        try (ProfiledScope other = profiler.open(CONTEXT)) {
            elsewhere = TracePosition.below(profiler.start("other"));
        }
        List<Runnable> detours = List.of(
                () -> elsewhere.run(() -> profiler.start("there").stop()),
                () -> {
                    TracePosition before = TracePosition.current();
                    TracePosition.set(null);
                    TracePosition.set(before);
                },
                () -> {
                    TracePosition below = TracePosition.below(profiler.start("left"));
                    TracePosition.set(null);
                    TracePosition.set(below);
                });

        for (Runnable detour : detours) {
            try (ProfiledScope scope = profiler.open(CONTEXT)) {
                detour.run();
            }
            assertThat(TracePosition.current()).isNull();
        }
    }

    @Test
    void headersOfAPositionNameTheSpanThatItIsBelow() {
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span wsgi = profiler.start("wsgi")) {
            TracePosition aboveAll = TracePosition.current();
            assertThat(TracePosition.below(wsgi).context().parentId())
                    .isEqualTo(sink.point("wsgi-start").traceId());
            assertThat(aboveAll.context()).isEqualTo(profiler.context().orElseThrow());
        }
    }

    @Test
    void outsideOfAProfiledRequestThereIsNoPosition() {
        TracePosition.set(null);

        assertThat(TracePosition.current()).isNull();
        assertThat(TracePosition.below(Span.NOOP)).isNull();
    }
}
