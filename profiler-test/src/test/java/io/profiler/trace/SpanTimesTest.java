// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SpanTimesTest {

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler =
            Profiler.create(sink, new Origin("host", "project", "service"), ArgumentCapture.disabled());

    @Test
    void addsUpWhatHasEndedAndWhatStillRuns() {
        try (ProfiledScope scope = open();
                SpanTimes times = SpanTimes.watch();
                Span root = profiler.start("wsgi")) {
            profiler.start("store").stop();
            Map<String, Long> first = times.soFar();
            profiler.start("store").stop();
            Map<String, Long> second = times.soFar();

            assertThat(first).containsOnlyKeys("wsgi", "store");
            assertThat(first.keySet()).containsExactly("wsgi", "store");
            assertThat(first.get("wsgi")).isGreaterThan(first.get("store"));
            assertThat(second.get("store")).isGreaterThan(first.get("store"));
            assertThat(second.get("wsgi")).isGreaterThan(first.get("wsgi"));
        }
    }

    @Test
    void isRightForThousandsOfSpansInSeveralChunks() {
        try (ProfiledScope scope = open();
                SpanTimes times = SpanTimes.watch();
                Span root = profiler.start("wsgi")) {
            for (int i = 0; i < 10_000; i++) {
                profiler.start("store").stop();
            }
            Map<String, Long> nanos = times.soFar();

            assertThat(nanos.get("store")).isPositive().isLessThan(nanos.get("wsgi"));
        }
    }

    @Test
    void countsWhatOtherThreadsHaveHandedOver() {
        try (ProfiledScope scope = open();
                SpanTimes times = SpanTimes.watch();
                Span root = profiler.start("wsgi")) {
            TracePosition position = TracePosition.current();
            CompletableFuture.runAsync(() -> {
                        TracePosition.set(position);
                        profiler.start("elsewhere").stop();
                        TracePosition.set(null);
                    })
                    .join();

            assertThat(times.soFar()).containsKeys("wsgi", "elsewhere");
        }
    }

    @Test
    void canBeAskedFromAnyThreadOnceTheScopeIsClosed() {
        ProfiledScope scope = open();
        SpanTimes times = SpanTimes.watch();
        profiler.start("wsgi").stop();
        scope.close();

        assertThat(CompletableFuture.supplyAsync(times::soFar).join()).containsOnlyKeys("wsgi");
        assertThat(times.soFar()).isEqualTo(times.soFar());
    }

    @Test
    void sixteenNamesAreEnough() {
        try (ProfiledScope scope = open();
                SpanTimes times = SpanTimes.watch()) {
            for (int i = 0; i < 100; i++) {
                profiler.start("name" + i).stop();
            }

            assertThat(times.soFar()).hasSize(16).containsKeys("name0", "name15");
        }
    }

    @Test
    void isNoneOutsideOfAProfiledRequest() {
        assertThat(SpanTimes.watch()).isSameAs(SpanTimes.NONE);
        assertThat(SpanTimes.NONE.soFar()).isEmpty();
        SpanTimes.NONE.close();
    }

    private ProfiledScope open() {
        return profiler.open(new TraceContext("base", "base", "key"));
    }
}
