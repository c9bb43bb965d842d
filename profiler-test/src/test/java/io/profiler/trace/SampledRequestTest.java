// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.sample.Sampler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which requests are looked at, and where their trace says what was seen. */
@ExtendWith(NoContextLeft.class)
class SampledRequestTest {

    private static final Duration EVERY = Duration.ofMillis(1);

    private final CollectingSink sink = new CollectingSink();

    @Test
    void aRequestThatAsksForItIsLookedAt() {
        request(profiler(sink, true, false), EVERY);

        assertThat(samples()).containsKeys("every", "taken", "left_out", "frames", "spans");
        assertThat(sink.point("work-stop").info()).doesNotContainKey("samples");
    }

    @Test
    void noOtherIs() {
        request(profiler(sink, true, false), Duration.ZERO);

        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("host");
    }

    @Test
    void whereAllAreNoneHasToAsk() {
        request(profiler(sink, true, true), Duration.ZERO);

        assertThat(samples()).containsKey("spans");
    }

    @Test
    void whereItIsOffNobodyMayAsk() {
        request(profiler(sink, false, true), EVERY);

        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("host");
    }

    @Test
    void whatThePointSaysIsTheSameEachTimeItIsMade() {
        request(profiler(sink, true, false), EVERY);

        assertThat(sink.point("wsgi-stop").info())
                .isEqualTo(sink.point("wsgi-stop").info());
    }

    @Test
    void whereThereIsNoRoomForSamplesTheRequestStillEnds() {
        Narrow narrow = new Narrow(sink);

        request(profiler(narrow, true, false), EVERY);

        assertThat(narrow.refused).isPositive();
        assertThat(sink.point("wsgi-stop").info()).containsOnlyKeys("host");
        assertThat(sink.dropped()).isZero();
        assertThat(sink.manifests()).hasSize(1);
    }

    @Test
    void aTraceHasOneTopmostSpanThatTells() {
        Profiler profiler = profiler(sink, true, false);
        try (ProfiledScope scope = profiler.open(context(EVERY))) {
            profiler.start("first").stop();
            profiler.start("second").stop();
        }

        assertThat(sink.point("first-stop").info()).containsKey("samples");
        assertThat(sink.point("second-stop").info()).containsOnlyKeys("host");
    }

    @Test
    void aRequestWithoutASpanGivesItsPlaceToOthers() {
        Profiler profiler = profiler(sink, true, false);
        for (int i = 0; i < 2 * Sampler.MOST_REQUESTS; i++) {
            ProfiledScope scope = profiler.open(context(EVERY));
            scope.endsLater();
            scope.close();
            scope.end();
        }

        request(profiler, EVERY);

        assertThat(samples()).doesNotContainKey("refused");
    }

    @Test
    void aRequestWithoutASpanAroundItIsLookedAtUntilItEnds() {
        Profiler profiler = profiler(sink, true, false);
        try (ProfiledScope scope = profiler.open(context(EVERY))) {
            scope.endsLater();
            profiler.start("first").stop();
            profiler.trace("second", () -> busy(System.nanoTime() + 300_000_000));
            scope.end();
        }

        Map<String, Object> first = samples("first-stop");
        Map<String, Object> second = samples("second-stop");
        assertThat((double) second.get("from")).isGreaterThanOrEqualTo((double) first.get("ended"));
        assertThat((List<?>) second.get("spans"))
                .anySatisfy(entry -> assertThat(((Map<?, ?>) entry).get("span"))
                        .isEqualTo(sink.point("second-start").traceId()));
    }

    @Test
    void theLookedAtMethodIsTold() {
        Profiler profiler = profiler(sink, true, false);
        try (ProfiledScope scope = profiler.open(context(EVERY))) {
            Span span = profiler.start("wsgi");
            profiler.trace("work", () -> busy(System.nanoTime() + 300_000_000));
            span.stop();
        }

        List<?> spans = (List<?>) Objects.requireNonNull(samples().get("spans"));
        assertThat(spans).isNotEmpty();
        assertThat((Map<?, ?>) spans.get(0))
                .extracting("span")
                .isEqualTo(sink.point("work-start").traceId());
    }

    private static void busy(long until) {
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
    }

    private Map<String, Object> samples() {
        return samples("wsgi-stop");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> samples(String point) {
        TracePoint stop = sink.point(point);
        return (Map<String, Object>) Objects.requireNonNull(stop.info().get("samples"));
    }

    private static void request(Profiler profiler, Duration every) {
        try (ProfiledScope scope = profiler.open(context(every))) {
            Span span = profiler.start("wsgi");
            profiler.start("work").stop();
            span.stop();
        }
    }

    private static TraceContext context(Duration every) {
        return new TraceContext("base", "base", "key", Allowance.UNLIMITED.sampled(every));
    }

    private static Profiler profiler(TracePointSink sink, boolean enabled, boolean always) {
        return Profiler.create(
                sink,
                new Origin("host", "project", "service"),
                ArgumentCapture.disabled(),
                TraceLimits.defaults(),
                Insight.NONE
                        .withSamples(new SampleSettings(enabled, always, EVERY))
                        .withVirtualThreads());
    }

    /** Has no room for much. */
    private static final class Narrow implements TracePointSink {

        private static final long BYTES = 16_000;

        private final CollectingSink sink;
        private int refused;

        Narrow(CollectingSink sink) {
            this.sink = sink;
        }

        @Override
        public boolean offer(TracePointChunk chunk) {
            boolean fits = chunk.bytes() <= BYTES;
            refused += fits ? 0 : 1;
            return fits && sink.offer(chunk);
        }

        @Override
        public void ready() {}

        @Override
        public void drop(TracePointChunk lost, int points) {
            sink.drop(lost, points);
        }
    }
}
