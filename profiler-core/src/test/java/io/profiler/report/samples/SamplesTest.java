// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import static io.profiler.report.samples.SampledTrace.FRAMES;
import static io.profiler.report.samples.SampledTrace.entry;
import static io.profiler.report.samples.SampledTrace.report;
import static io.profiler.report.samples.SampledTrace.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.saved.SavedReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static CallForest top(Report report) {
        return Samples.of(report).in(report.roots().get(0));
    }

    private static CallForest top(String stacks, String times) {
        return top(report(samples(1, 0, FRAMES, entry("r", stacks, times))));
    }

    @Test
    void readsCallsBelowTheirCallers() {
        CallForest forest = top("0(1(2=5r,1l 3=2n) 4=1r) 5", null);

        assertThat(forest.calls())
                .containsExactly(
                        new Call(Call.NONE, 0, FRAMES.get(0)),
                        new Call(0, 1, FRAMES.get(1)),
                        new Call(1, 2, FRAMES.get(2)),
                        new Call(1, 2, FRAMES.get(3)),
                        new Call(0, 1, FRAMES.get(4)),
                        new Call(Call.NONE, 0, FRAMES.get(5)));
        assertThat(forest.leaves())
                .containsExactly(
                        new Leaf(2, LookKind.RUNNING, 5),
                        new Leaf(2, LookKind.LOCK, 1),
                        new Leaf(3, LookKind.SOCKET, 2),
                        new Leaf(4, LookKind.RUNNING, 1));
        assertThat(forest.count()).isEqualTo(9);
    }

    @Test
    void tellsKindsByTheirLetters() {
        assertThat(top("0=1r,1l,1n,1f,1z,1q,1d,1c,1u,1X", null).leaves())
                .extracting(Leaf::kind)
                .containsExactly(LookKind.values());
    }

    @Test
    void readsWhenLooksWere() {
        CallForest forest = top("0=2r(1=2l)", "1043:0 102:1 99:0");

        assertThat(forest.looks()).containsExactly(new Look(104_300, 0), new Look(114_500, 1), new Look(124_400, 0));
    }

    @Test
    void countsTimesFromTheStartOfTheSpanThatTellsThem() {
        Object samples = samples(1, 0, FRAMES, entry("r", "0=1r", "10:0"));
        Report report = TracePoints.report(
                TracePoints.span("before", "b", "base", 0, 10),
                Stream.of(
                        TracePoints.start("wsgi", "r", "base", 7_000),
                        TracePoints.point("wsgi-stop", "r", "base", 90_000, Map.of("samples", samples))));

        assertThat(Samples.of(report).in(report.spans().get(1)).looks()).containsExactly(new Look(8_000, 0));
    }

    /** As that of a controller, where no span is around the request. */
    @Test
    void countsTimesFromWhenTheServiceOpenedTheTraceIfThatIsTold() {
        Map<String, Object> samples = samples(2, 9, samples(1, 0, FRAMES, entry("c", "0=1r", "50:0")));
        samples.put("ended", 10.0);
        Report report = TracePoints.report(Stream.of(
                TracePoints.start("controller", "c", "base", 4_000),
                TracePoints.point("controller-stop", "c", "base", 9_000, Map.of("samples", samples))));

        assertThat(Samples.of(report).in(report.spans().get(0)).looks()).containsExactly(new Look(0, 0));
        assertThat(Samples.of(report).samplings().get(0).looked().fromMicros()).isEqualTo(-3_000);
    }

    @Test
    void keepsWhatCouldNotBeTold() {
        Samples samples = Samples.of(
                report(samples(9, 2, FRAMES, entry(null, "0=3r", null), entry("not in the trace", "1=1l", null))));

        assertThat(samples.untold().leaves())
                .containsExactly(new Leaf(0, LookKind.RUNNING, 3), new Leaf(1, LookKind.LOCK, 1));
        assertThat(samples.count()).isEqualTo(4);
        assertThat(samples.samplings()).singleElement().satisfies(sampling -> {
            assertThat(sampling.everyMillis()).isEqualTo(10.2);
            assertThat(sampling.taken()).isEqualTo(9);
            assertThat(sampling.leftOut()).isEqualTo(2);
            assertThat(sampling.top().traceId()).isEqualTo("r");
        });
    }

    @Test
    void putsTogetherWhatIsTheSame() {
        CallForest forest = top(report(samples(
                1, 0, FRAMES, entry("r", "0(1=1r) 0(1=2r,1r)", "5:1 5:0"), entry("r", "0(2=1r 1=4r)", "7:1 1:0"))));

        assertThat(forest.calls())
                .extracting(Call::method)
                .containsExactly(FRAMES.get(0), FRAMES.get(1), FRAMES.get(2));
        assertThat(forest.leaves()).containsExactly(new Leaf(1, LookKind.RUNNING, 8), new Leaf(2, LookKind.RUNNING, 1));
        assertThat(forest.looks())
                .containsExactly(new Look(500, 0), new Look(700, 0), new Look(800, 1), new Look(1000, 0));
    }

    @Test
    void namesTheMethodBelowWhichTheJdkIsAtWork() {
        assertThat(top(SampledTrace.shop()).hotspots())
                .containsExactly(
                        new Hotspot("com.acme.Price.of", LookKind.RUNNING, 14),
                        new Hotspot("com.acme.Stock.lock", LookKind.LOCK, 4));
    }

    @Test
    void dividesAWholeWithoutARest() {
        CallForest forest = top("0=1r,1l,1n", null);

        assertThat(forest.divide(100)).containsExactly(33, 33, 34);
        assertThat(Arrays.stream(forest.divide(Long.MAX_VALUE)).sum()).isEqualTo(forest.told(Long.MAX_VALUE));
        assertThat(CallForest.EMPTY.divide(100)).isEmpty();
    }

    /** One every 10.2 ms, so that one stands for 20.4 ms to each side at most. */
    @Test
    void standForNoTimeInWhichNobodyLooked() {
        CallForest timed = top("0=3r", "1000:0 1:0 1000:0");
        CallForest untimed = top("0=3r", null);
        Map<String, Object> told = samples(90, 115, samples(3, 0, FRAMES, entry("r", "0=3r", "1000:0 1:0 99:0")));

        assertThat(timed.told(30_000)).isEqualTo(30_000);
        assertThat(timed.told(200_000)).isEqualTo(40_900 + 40_800);
        assertThat(timed.divide(200_000)).containsExactly(81_700);
        assertThat(untimed.told(200_000)).isEqualTo(61_200);
        assertThat(top(report(told)).told(200_000)).isEqualTo(25_000);
    }

    @Test
    void areInASavedReportToo() {
        Report saved = SavedReport.read(Rendering.json(SampledTrace.shop()));

        assertThat(top(saved).leaves()).isEqualTo(top(SampledTrace.shop()).leaves());
    }

    @Test
    void areNoneWhereNobodyLooked() {
        Report report = Report.of(List.of());

        assertThat(Samples.of(report).isEmpty()).isTrue();
        assertThat(Samples.of(report).count()).isZero();
    }
}
