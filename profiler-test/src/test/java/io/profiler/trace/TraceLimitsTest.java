// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.HeaderVerifier;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import io.profiler.test.CollectingSink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceLimitsTest {

    private static final TraceContext CONTEXT = new TraceContext("base", "base", "key");
    private static final int SPANS = 100;

    private final CollectingSink sink = new CollectingSink();
    private Profiler profiler = profiler(new TraceLimits(SPANS, 1_000, 5_000));

    private Profiler profiler(TraceLimits limits) {
        return Profiler.create(sink, new Origin("h", "p", "s"), ArgumentCapture.disabled(), limits);
    }

    @Test
    void aTraceHasAsManySpansAsItMayInOneRequest() {
        request(CONTEXT, 3 * SPANS);

        assertThat(sink.points()).hasSize(2 * SPANS);
        assertThat(sink.manifests())
                .containsExactly(
                        new Manifest(3 * SPANS + 1, 2 * (3 * SPANS + 1), Map.of("limit", 2L * (2 * SPANS + 1)), 0));
    }

    @Test
    void aTraceHasAsManySpansAsItMayInManyRequestsAndThenIsNotOpenedAnyMore() {
        for (int i = 0; i < 4 * SPANS; i++) {
            request(CONTEXT, 3);
        }

        assertThat(sink.points()).hasSize(2 * SPANS);
        assertThat(profiler.open(CONTEXT)).isSameAs(ProfiledScope.NOOP);
        assertThat(profiler.context()).isEmpty();
    }

    @Test
    void aTokenThatHasANewTraceMadeOfEachRequestGivesNoOtherTraceRoomAnew() {
        request(CONTEXT, 3 * SPANS);
        String token = TraceToken.sign(
                new TokenClaims("/**", Set.of(), Allowance.UNLIMITED, Instant.ofEpochSecond(4_000_000_000L)), "key");
        HeaderVerifier verifier = new HeaderVerifier(List.of("key"));
        for (int i = 0; i < 5_000; i++) {
            TraceContext each = verifier.verifyToken(token, "GET", "/").context();
            profiler.open(each).close();
        }

        assertThat(profiler.open(CONTEXT)).isSameAs(ProfiledScope.NOOP);
    }

    @Test
    void otherTracesAreWholeMeanwhile() {
        request(CONTEXT, 3 * SPANS);
        request(new TraceContext("other", "other", "key"), 10);

        assertThat(sink.points().stream().filter(point -> point.baseId().equals("other")))
                .hasSize(2 * 11);
    }

    @Test
    void manyThreadsHaveNoMoreBetweenThemAndNotMuchLess() {
        List<CompletableFuture<Void>> threads = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.runAsync(() -> request(CONTEXT, SPANS)))
                .toList();
        threads.forEach(CompletableFuture::join);

        assertThat(sink.points().stream().map(TracePoint::traceId).distinct()).hasSizeBetween(SPANS / 2, SPANS);
    }

    @Test
    void aRequestHasNoMoreSpansThanItsHeadersAllow() {
        request(new TraceContext("base", "base", "key", new Allowance(null, 10)), 30);

        assertThat(sink.points()).hasSize(2 * 10);
        assertThat(sink.manifests()).containsExactly(new Manifest(31, 62, Map.of("limit", 42L), 0));
    }

    @Test
    void whatIsInsideASpanThatHeadersDoNotAllowBelongsToTheOneAroundIt() {
        TraceContext context = new TraceContext("base", "base", "key", new Allowance(Set.of("db"), 0));
        try (ProfiledScope scope = profiler.open(context);
                Span wsgi = profiler.start("wsgi");
                Span controller = profiler.start("controller")) {
            profiler.start("db").stop();
        }

        assertThat(sink.names()).containsExactly("wsgi-start", "db-start", "db-stop", "wsgi-stop");
        assertThat(sink.point("db-start").parentId())
                .isEqualTo(sink.point("wsgi-start").traceId());
        assertThat(sink.manifests()).containsExactly(new Manifest(2, 4, Map.of(), 0));
    }

    @Test
    void whatIsSaidOfASpanIsCut() {
        Map<String, Object> info = Map.of("list", List.of("x".repeat(600), "y".repeat(600), "z".repeat(600)));
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("a", info).stop(info);
            profiler.start("b", Map.of("k", "whole")).stop();
        }

        assertThat(sink.point("a-start").info().toString())
                .contains("xxx", "yyy…")
                .doesNotContain("z");
        assertThat(sink.point("a-start").info().toString()).hasSizeBetween(1_000, 1_100);
        assertThat(sink.point("b-start").info()).containsEntry("k", "whole");
        assertThat(sink.manifests()).containsExactly(new Manifest(2, 4, Map.of(), 2));
    }

    @Test
    void aNameThatIsLongerThanTheRoomCostsNoSpan() {
        profiler = profiler(new TraceLimits(SPANS, 16, 5_000));
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("a", Map.of("n".repeat(40), "a value that is long, too"))
                    .stop();
        }

        assertThat(sink.names()).containsExactly("a-start", "a-stop");
        assertThat(sink.point("a-start").info()).containsEntry("n".repeat(16) + "…", "…");
    }

    @Test
    void whatIsSaidOfATraceIsCutButNotThatItFailed() {
        for (int i = 0; i < 20; i++) {
            try (ProfiledScope scope = profiler.open(CONTEXT)) {
                profiler.start("a", Map.of("k", "x".repeat(400))).stop(new IllegalStateException("y".repeat(400)));
            }
        }

        int said = sink.points().stream()
                .flatMap(point -> Stream.of("k", "message", "stack").map(point.info()::get))
                .mapToInt(text -> text == null ? 0 : text.toString().length())
                .sum();
        assertThat(said).isBetween(4_000, 5_000);
        assertThat(sink.points().stream().filter(point -> point.errorType() != null))
                .hasSize(20);
        assertThat(sink.manifests().stream().mapToLong(Manifest::cut).sum()).isGreaterThanOrEqualTo(2 * 12);
    }

    private void request(TraceContext context, int spans) {
        try (ProfiledScope scope = profiler.open(context)) {
            Span wsgi = profiler.start("wsgi");
            for (int i = 0; i < spans; i++) {
                profiler.start("span").stop();
            }
            wsgi.stop();
        }
    }
}
