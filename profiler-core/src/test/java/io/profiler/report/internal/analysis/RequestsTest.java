// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.RepeatedHeaders.point;
import static io.profiler.report.RepeatedHeaders.request;
import static io.profiler.report.RepeatedHeaders.spanBelow;
import static io.profiler.report.TracePoints.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.RecordedTrace;
import io.profiler.report.RepeatedHeaders;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final long SECOND = 1_000_000;

    @Test
    void rootsWithPausesBetweenAreRequests() {
        Report report = RepeatedHeaders.threeInTwelveMinutes();

        Requests requests = Requests.of(report);

        assertThat(requests.spans()).extracting(ReportSpan::traceId).containsExactly("a", "b", "c");
        assertThat(times(report)).containsExactly("0+40000", "300000000+20000", "720000000+60000");
        assertThat(requests.busyMicros()).isEqualTo(120_000);
        assertThat(requests.failed()).isZero();
        assertThat(requests.refused()).isOne();
        assertThat(TraceTitle.of(report)).isEqualTo("3 requests: GET /orders/1, GET /orders/2, POST /orders");
    }

    @Test
    void aTraceWithOneRootIsNotCut() {
        Report report = report(request("a", "GET", "/", 200, 0, 10), spanBelow("a", "job", 60 * SECOND, 61 * SECOND));

        assertThat(Requests.of(report).areSeveral()).isFalse();
        assertThat(times(report)).containsExactly("0+61000000");
        assertThat(TraceTitle.of(report)).isEqualTo("GET /");
    }

    @Test
    void requestsAtTheSameTimeAreNotCutApart() {
        Report report = report(
                request("a", "GET", "/a", 200, 0, 10 * SECOND),
                request("b", "GET", "/b", 200, SECOND, 2 * SECOND),
                request("c", "GET", "/c", 200, 9 * SECOND, 12 * SECOND),
                request("d", "GET", "/d", 200, 20 * SECOND, 21 * SECOND));

        assertThat(times(report)).containsExactly("0+12000000", "20000000+1000000");
        assertThat(Requests.of(report).stretches().get(0).tops())
                .extracting(ReportSpan::traceId)
                .containsExactly("a", "b", "c");
    }

    @Test
    void whatGoesOnBelowARequestBelongsToIt() {
        Report report = report(
                request("a", "GET", "/a", 200, 0, SECOND),
                spanBelow("a", "job", 2 * SECOND, 5 * SECOND),
                request("b", "GET", "/b", 200, 4 * SECOND, 6 * SECOND),
                spanBelow("b", "behind", 3 * SECOND, 4 * SECOND));

        assertThat(times(report)).containsExactly("0+6000000");
    }

    @Test
    void aSpanWhoseParentIsMissingIsNoRequestButRunsInOne() {
        Report report = report(
                request("a", "GET", "/a", 200, 0, SECOND),
                spanBelow("lost", "controller", SECOND, 3 * SECOND),
                request("b", "GET", "/b", 200, 5 * SECOND, 6 * SECOND));

        assertThat(Requests.of(report).spans()).hasSize(2);
        assertThat(times(report)).containsExactly("0+3000000", "5000000+1000000");
    }

    @Test
    void requestsStandForRootsThatAreAllMissing() {
        Report copied = report(below("x", "a", 0, SECOND), below("x", "b", 60 * SECOND, 61 * SECOND));
        Report lost = report(spanBelow("x", "db", 0, SECOND), spanBelow("y", "db", 60 * SECOND, 61 * SECOND));

        assertThat(Requests.of(copied).spans()).hasSize(2);
        assertThat(times(copied)).containsExactly("0+1000000", "60000000+1000000");
        assertThat(Requests.of(lost).areSeveral()).isFalse();
        assertThat(times(lost)).containsExactly("0+61000000");
    }

    private static Stream<TracePoint> below(String parent, String id, long from, long to) {
        return Stream.of(
                point("wsgi-start", id, parent, from, Map.of("request", Map.of("path", "/"))),
                point("wsgi-stop", id, parent, to, Map.of()));
    }

    @Test
    void oneThatIsUnfinishedEndsWithTheLastSpanBelowIt() {
        Report report = report(
                request("a", "GET", "/a", 200, 0, SECOND).limit(1),
                spanBelow("a", "db", SECOND, 2 * SECOND),
                request("b", "GET", "/b", 200, 9 * SECOND, 10 * SECOND));

        assertThat(times(report)).containsExactly("0+2000000", "9000000+1000000");
        assertThat(new RequestWords(report, Requests.of(report), new ReadableDuration("µs")).times())
                .isEqualTo("2 requests in 10.0 s: ?, 1.00 s");
    }

    @Test
    void clocksThatRunBackwardsAndCyclesHaveTheirTime() {
        Report report = report(
                request("a", "GET", "/a", 200, SECOND, 0),
                request("b", "GET", "/b", 200, 9 * SECOND, 10 * SECOND),
                Stream.of(
                        point("x-start", "x", "y", 4 * SECOND, Map.of()),
                        point("y-start", "y", "x", 5 * SECOND, Map.of())));

        assertThat(times(report)).containsExactly("0+1000000", "4000000+0", "5000000+0", "9000000+1000000");
    }

    @Test
    void severalThatServeRequestsAreNothingWrong() {
        assertThat(Findings.in(RepeatedHeaders.threeInTwelveMinutes(), Instant.now()))
                .filteredOn(finding -> finding.kind() == FindingKind.SEVERAL_ROOTS)
                .isEmpty();
    }

    @Test
    void addsUpThousands() {
        Report report = RepeatedHeaders.many(20_000);

        Requests requests = Requests.of(report);

        assertThat(requests.stretches()).hasSize(20_000);
        assertThat(requests.busyMicros()).isEqualTo(20_000 * 10_000L);
        assertThat(TraceTitle.of(report)).isEqualTo("20000 requests: GET /orders/0, GET /orders/1, GET /orders/2, …");
    }

    @Test
    void recordedTracesWithOneRootStayAsTheyAre() throws IOException {
        assertThat(RecordedTrace.all())
                .filteredOn(trace -> trace.report().roots().size() < 2)
                .isNotEmpty()
                .allSatisfy(trace -> assertThat(Requests.of(trace.report()).busyMicros())
                        .isEqualTo(trace.report().durationMicros()));
    }

    private static List<String> times(Report report) {
        return Requests.of(report).stretches().stream()
                .map(stretch -> stretch.fromMicros() + "+" + stretch.durationMicros())
                .toList();
    }
}
