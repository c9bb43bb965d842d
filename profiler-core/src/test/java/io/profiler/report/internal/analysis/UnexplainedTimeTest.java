// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.point;
import static io.profiler.report.TracePoints.span;
import static io.profiler.report.TracePoints.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.TracePoints;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnexplainedTimeTest {

    @Test
    void isWhereNoSpanBelowTheRequestRan() {
        assertThat(unexplained(
                        request("r", "base", 0, 100),
                        span("a", "a", "r", 10, 40),
                        span("inside", "b", "a", 20, 30),
                        span("after its parent", "c", "a", 35, 60)))
                .isEqualTo(new UnexplainedTime(50, 100));
    }

    @Test
    void isNotWhatTheRequestTellsOf() {
        assertThat(unexplained(
                        request("r", "base", 1000, 1100, phase("filters", 0, 15), phase("result", 90, 500)),
                        span("a", "a", "r", 1010, 1040)))
                .isEqualTo(new UnexplainedTime(50, 100));
    }

    @Test
    void isOfEachRequestByItself() {
        assertThat(unexplained(
                        request("r", "base", 0, 100),
                        span("call", "c", "r", 0, 100),
                        request("other", "c", 10, 60),
                        span("a", "a", "other", 20, 60)))
                .isEqualTo(new UnexplainedTime(10, 100));
    }

    @Test
    void isNeverMoreThanTheRequestsTook() {
        assertThat(unexplained(request("r", "base", 0, 100), request("one", "r", 0, 90), request("other", "r", 0, 90)))
                .isEqualTo(new UnexplainedTime(100, 100));
    }

    @Test
    void isUnknownOfWhatHasNotEnded() {
        Stream<TracePoint> running = Stream.of(point("wsgi-start", "r", "base", 0, served()));

        UnexplainedTime time = unexplained(running, span("a", "a", "r", 10, 40));

        assertThat(time).isEqualTo(new UnexplainedTime(0, 0));
        assertThat(time.words(new ReadableDuration("us"))).isNull();
    }

    @Test
    void aSpanBelowThatHasNotEndedExplainsAsFarAsItIsKnown() {
        assertThat(unexplained(
                        request("r", "base", 0, 100), Stream.of(start("a", "a", "r", 10)), span("b", "b", "a", 20, 70)))
                .isEqualTo(new UnexplainedTime(40, 100));
    }

    @Test
    void whatIsNoPhaseIsPassedOver() {
        assertThat(unexplained(request(
                        "r",
                        "base",
                        0,
                        100,
                        "filters",
                        Map.of("name", "n"),
                        Map.of("name", 1, "from", 0, "micros", 5),
                        phase("backwards", 50, -20),
                        phase("endless", Long.MAX_VALUE, Long.MAX_VALUE))))
                .isEqualTo(new UnexplainedTime(100, 100));
    }

    @Test
    void isToldInAFewWords() {
        assertThat(new UnexplainedTime(1200, 26_000).words(new ReadableDuration("us")))
                .isEqualTo("1.20 ms (4.6 %) unexplained");
    }

    @SafeVarargs
    private static UnexplainedTime unexplained(Stream<TracePoint>... spans) {
        return UnexplainedTime.of(TracePoints.report(spans));
    }

    private static Stream<TracePoint> request(String id, String parent, int from, int to, Object... phases) {
        return Stream.of(
                point("wsgi-start", id, parent, from, served()),
                point("wsgi-stop", id, parent, to, Map.of("phases", List.of(phases))));
    }

    private static Map<String, Object> served() {
        return Map.of("request", Map.of("path", "/", "method", "GET"));
    }

    private static Map<String, Object> phase(String name, long from, long micros) {
        return Map.of("name", name, "from", from, "micros", micros);
    }
}
