// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.spanOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import org.junit.jupiter.api.Test;

/** The clock of host {@code two} is 400 ms ahead; times are microseconds. */
class ClockOffsetsTest {

    private static final int AHEAD = 400_000;

    @Test
    void whatIsToldAlikeStays() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", 0, 100_000), spanOn("two", "asked", "root", 10_000, 90_500));

        assertThat(times(report, "asked")).isEqualTo("10000 to 90500");
    }

    @Test
    void whatWasWaitedForIsPutInTheMiddleOfTheAsking() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", 0, 100_000),
                spanOn("two", "asked", "root", AHEAD + 1_000, AHEAD + 81_000),
                spanOn("two", "below", "asked", AHEAD + 2_000, AHEAD + 3_000));

        assertThat(times(report, "asked")).isEqualTo("10000 to 90000");
        assertThat(times(report, "below")).isEqualTo("11000 to 12000");
    }

    @Test
    void aThirdHostWhoseClockIsThatOfTheFirstStays() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", 0, 100_000),
                spanOn("two", "asked", "root", AHEAD + 10_000, AHEAD + 90_000),
                spanOn("three", "next", "asked", 15_000, 80_000));

        assertThat(times(report, "next")).isEqualTo("15000 to 80000");
    }

    @Test
    void aThirdHostWhoseClockIsThatOfTheSecondIsMovedAlongWithIt() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", 0, 100_000),
                spanOn("two", "asked", "root", AHEAD + 10_000, AHEAD + 90_000),
                spanOn("three", "next", "asked", AHEAD + 15_000, AHEAD + 30_000));

        assertThat(times(report, "next")).isEqualTo("15000 to 30000");
    }

    @Test
    void aHostHasOneClock() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", 0, 590_000),
                spanOn("one", "first", "root", 0, 100_000),
                spanOn("two", "asked", "first", AHEAD + 10_000, AHEAD + 90_000),
                spanOn("one", "second", "root", 100_000, 590_000),
                spanOn("two", "again", "second", AHEAD + 105_000, AHEAD + 125_000),
                spanOn("one", "cast", "root", 540_000, 550_000),
                spanOn("two", "inBackground", "cast", AHEAD + 560_000, AHEAD + 580_000));

        assertThat(times(report, "again")).isEqualTo("105000 to 125000");
        assertThat(times(report, "inBackground")).isEqualTo("560000 to 580000");
    }

    @Test
    void aClockThatSeemedRightIsKnownToBeWrongOnceItCannotBe() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", 0, 590_000),
                spanOn("one", "first", "root", 0, 450_000),
                spanOn("two", "asked", "first", AHEAD + 5_000, AHEAD + 10_000),
                spanOn("one", "second", "root", 450_000, 500_000),
                spanOn("two", "again", "second", AHEAD + 450_000, AHEAD + 500_000),
                spanOn("one", "third", "root", 500_000, 590_000),
                spanOn("two", "andAgain", "third", AHEAD + 505_000, AHEAD + 510_000));

        assertThat(times(report, "andAgain")).isEqualTo("505000 to 510000");
    }

    @Test
    void whatNobodyWaitedForBeginsWhereTheClockOfItsHostSaysSo() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", 0, 300_000),
                spanOn("two", "asked", "root", AHEAD + 10_000, AHEAD + 290_000),
                spanOn("one", "inBackground", "asked", 100_000, 500_000),
                spanOn("three", "moreInBackground", "asked", AHEAD + 100_000, AHEAD + 500_000));

        assertThat(times(report, "inBackground")).isEqualTo("100000 to 500000");
        assertThat(times(report, "moreInBackground")).isEqualTo("100000 to 500000");
    }

    @Test
    void nothingBeginsBeforeItIsAskedFor() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", AHEAD, AHEAD + 10_000), spanOn("two", "inBackground", "root", 0, 50_000));

        assertThat(times(report, "inBackground")).isEqualTo(AHEAD + " to " + (AHEAD + 50_000));
    }

    @Test
    void whatNobodyWaitedForMayBeginMuchLater() {
        Report report = TracePoints.report(
                spanOn("one", "root", "base", 0, 10_000), spanOn("two", "inBackground", "root", AHEAD, AHEAD + 50_000));

        assertThat(times(report, "inBackground")).isEqualTo(AHEAD + " to " + (AHEAD + 50_000));
    }

    private static String times(Report report, String id) {
        SpanExtents extents = SpanExtents.byOneClock(report);
        return report.spans().stream()
                .filter(span -> id.equals(span.traceId()))
                .map(span -> extents.fromMicros(span) + " to " + extents.toMicros(span))
                .findFirst()
                .orElseThrow();
    }
}
