// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.point;
import static io.profiler.report.TracePoints.span;
import static io.profiler.report.TracePoints.spanOn;
import static io.profiler.report.TracePoints.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.TracePoints;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LateSpansTest {

    private static final Map<String, Object> SERVED = Map.of("request", Map.of("path", "/", "method", "GET"));

    @Test
    void endOrBeginWhenTheirRequestHasEnded() {
        assertThat(late(
                        request("r", "base", 0, 100),
                        span("in time", "a", "r", 10, 100),
                        span("ends late", "b", "a", 20, 101),
                        span("begins late", "c", "b", 150, 160),
                        Stream.of(start("still running", "d", "c", 155)),
                        Stream.of(start("begun in time", "e", "r", 55))))
                .containsExactly("ends late", "begins late", "still running");
    }

    @Test
    void theNearestRequestCounts() {
        assertThat(late(
                        request("r", "base", 0, 100),
                        span("call", "c", "r", 10, 90),
                        request("inner", "c", 20, 80),
                        span("mail", "m", "inner", 70, 95)))
                .containsExactly("mail");
    }

    @Test
    void aClockOfAnotherHostTellsNothing() {
        assertThat(late(request("r", "base", 0, 100), spanOn("elsewhere", "a", "r", 150, 160)))
                .isEmpty();
    }

    @Test
    void aClockThatWentBackTellsNothing() {
        assertThat(late(request("r", "base", 50, 0), span("a", "a", "r", 5, 45)))
                .isEmpty();
    }

    @Test
    void aRequestThatHasNotEndedHasNone() {
        assertThat(late(Stream.of(point("wsgi-start", "r", "base", 0, SERVED)), span("a", "a", "r", 150, 160)))
                .isEmpty();
    }

    @SafeVarargs
    private static List<String> late(Stream<TracePoint>... spans) {
        Report report = TracePoints.report(spans);
        LateSpans late = LateSpans.of(report);
        return report.spans().stream()
                .filter(late::contain)
                .map(ReportSpan::name)
                .toList();
    }

    private static Stream<TracePoint> request(String id, String parent, int from, int to) {
        return Stream.of(point("wsgi-start", id, parent, from, SERVED), point("wsgi-stop", id, parent, to, Map.of()));
    }
}
