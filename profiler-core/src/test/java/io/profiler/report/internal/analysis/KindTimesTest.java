// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.samples.SampledTrace.FRAMES;
import static io.profiler.report.samples.SampledTrace.entry;
import static io.profiler.report.samples.SampledTrace.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.samples.LookKind;
import io.profiler.report.samples.SampledTrace;
import io.profiler.report.samples.Samples;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KindTimesTest {

    private static Map<LookKind, Long> times(Report report) {
        return KindTimes.of(report, Samples.of(report));
    }

    @Test
    void addUpToWhatTheEndWaitedFor() {
        assertThat(times(SampledTrace.shop()))
                .isEqualTo(Map.of(LookKind.RUNNING, 140_000L, LookKind.LOCK, 40_000L, LookKind.SOCKET, 20_000L));
    }

    @Test
    void ofAQueryThatWasTooShortToBeLookedAtAreOfTheDatabase() {
        Report report = SampledTrace.report(samples(1, 0, FRAMES, entry("r", "0=10r", null)));

        assertThat(times(report)).isEqualTo(Map.of(LookKind.RUNNING, 180_000L, LookKind.DATABASE, 20_000L));
    }

    @Test
    void ofSpansThatDoTheSameAreTakenTogether() {
        Object samples = samples(1, 0, FRAMES, entry("a", "0=5r", null), entry("c", "0=5z", null));
        Report report = TracePoints.report(
                Stream.of(TracePoints.start("job", "r", "base", 0)),
                TracePoints.span("step", "a", "r", 0, 10),
                TracePoints.span("step", "b", "r", 10, 20),
                TracePoints.span("step", "c", "r", 20, 40),
                Stream.of(TracePoints.point("job-stop", "r", "base", 50, Map.of("samples", samples))));

        assertThat(times(report)).isEqualTo(Map.of(LookKind.RUNNING, 20L, LookKind.SLEEP, 20L, LookKind.UNKNOWN, 10L));
    }

    @Test
    void areNotToldWhereNobodyLookedOrTooSeldom() {
        assertThat(times(SampledTrace.report(samples(9, 0, FRAMES, entry("r", "0=9r", null)))))
                .isEmpty();
        assertThat(times(Report.of(TracePoints.nested(3)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.samples.HostileSamples#all")
    void loseNothing(Report report) {
        assertThat(times(report).values().stream().mapToLong(Long::longValue).sum())
                .isIn(0L, 200_000L);
    }
}
