// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.Manifest;
import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told at the end of a request of what was made of it. */
class ManifestTest {

    private static final TraceContext CONTEXT = new TraceContext("base", "parent", "key");

    private final CollectingSink sink = new CollectingSink();
    private final KeepingAll all = new KeepingAll(sink);
    private final Profiler profiler =
            Profiler.create(all, new Origin("host-1", "demo", "api"), ArgumentCapture.disabled());

    @Test
    void itComesRightBeforeTheEndOfTheRequestWithItsIdsAndTime() {
        ProfiledScope scope = profiler.open(CONTEXT);
        Span wsgi = profiler.start("wsgi");
        profiler.start("db").stop();
        scope.close();
        wsgi.stop(new IllegalStateException("boom"));

        List<TracePoint> points = all.points();
        assertThat(points)
                .extracting(TracePoint::name)
                .containsExactly("wsgi-start", "db-start", "db-stop", "wsgi-manifest-stop", "wsgi-stop");
        TracePoint told = points.get(3);
        TracePoint stop = points.get(4);
        assertThat(told)
                .isEqualTo(new TracePoint(
                        "wsgi-manifest-stop",
                        "base",
                        stop.traceId(),
                        "parent",
                        stop.timestamp(),
                        new Manifest(2, 4, Map.of(), 0).toInfo("host-1"),
                        "demo",
                        "api"));
        assertThat(told.isStop()).isTrue();
        assertThat(told.errorType()).isNull();
        assertThat(stop.errorType()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void spansThatAreNotInARequestHaveOneBeforeTheLastOfThem() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            profiler.start("first").stop();
            profiler.start("second").stop();
        }

        assertThat(all.points())
                .extracting(TracePoint::name)
                .containsExactly("first-start", "first-stop", "second-start", "second-manifest-stop", "second-stop");
    }

    @Test
    void whatOtherThreadsMadeIsInIt() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            Span wsgi = profiler.start("wsgi");
            TracePosition position = TracePosition.current();
            CompletableFuture.runAsync(() -> {
                        TracePosition.set(position);
                        IntStream.range(0, 100)
                                .forEach(i -> profiler.start("elsewhere").stop());
                        TracePosition.set(null);
                    })
                    .join();
            wsgi.stop();
        }

        assertThat(sink.manifests()).containsExactly(new Manifest(101, 202, Map.of(), 0));
    }

    @Test
    void aRequestWithoutASpanHasNone() {
        profiler.open(CONTEXT).close();

        assertThat(all.points()).isEmpty();
    }
}
