// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import static io.profiler.report.samples.SampledTrace.FRAMES;
import static io.profiler.report.samples.SampledTrace.entry;
import static io.profiler.report.samples.SampledTrace.report;
import static io.profiler.report.samples.SampledTrace.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store may hold anything: it is read as far as it goes, and no further than there is room. */
class HostileSamplesTest {

    @ParameterizedTest
    @MethodSource("io.profiler.report.samples.HostileSamples#all")
    void areReadAsFarAsTheyGo(Report report) {
        Samples samples = Samples.of(report);

        CallForest forest = samples.in(report.roots().get(0));
        for (int number = 0; number < forest.calls().size(); number++) {
            Call call = forest.calls().get(number);
            assertThat(call.caller()).isBetween(Call.NONE, number - 1);
            assertThat(call.depth()).isBetween(0, Room.MOST_DEPTH);
        }
        assertThat(forest.leaves())
                .allMatch(leaf -> leaf.call() < forest.calls().size() && leaf.looks() > 0);
        assertThat(forest.looks())
                .allMatch(look -> look.leaf() < forest.leaves().size());
        assertThat(samples.samplings())
                .allMatch(sampling -> sampling.everyMillis() >= 0 && sampling.taken() >= 0 && sampling.leftOut() >= 0);
    }

    @Test
    void whatIsReadableBesideItIsRead() {
        Report report =
                report(samples(1, 0, FRAMES, 5, entry("r", "x0=1r, ?(=7(1=2l", "1:1"), entry("q", "0=1z", null)));

        assertThat(Samples.of(report).in(report.roots().get(0)).leaves())
                .containsExactly(new Leaf(0, LookKind.RUNNING, 1), new Leaf(1, LookKind.LOCK, 2));
        assertThat(Samples.of(report).in(report.spans().get(1)).count()).isEqualTo(1);
    }

    @Test
    void whatIsDeepIsOneCall() {
        Report report = report(HostileSamples.stacks("0(".repeat(30_000) + "1=3r"));

        CallForest forest = Samples.of(report).in(report.roots().get(0));
        assertThat(forest.calls()).hasSize(Room.MOST_DEPTH + 1);
        assertThat(forest.calls().get(Room.MOST_DEPTH).method()).isEqualTo(Call.DEEPER);
        assertThat(forest.count()).isEqualTo(3);
    }

    @Test
    void ofManyServicesAsMuchIsReadAsThereIsRoomFor() {
        String stacks = IntStream.range(0, 10_000).mapToObj(i -> i + "=1r").collect(Collectors.joining(" "));
        List<String> frames = IntStream.range(0, 10_000).mapToObj(i -> "m" + i).toList();
        List<TracePoint> points = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Object samples = samples(1, 0, frames, entry("s" + i, stacks, "1:0 ".repeat(10_000)));
            points.add(TracePoints.point("a-stop", "s" + i, "base", i, Map.of("samples", samples)));
        }
        Report report = Report.of(points);
        Samples read = Samples.of(report);

        assertThat(read.samplings()).hasSize(300);
        assertThat(report.spans().stream()
                        .mapToInt(span -> read.in(span).calls().size())
                        .sum())
                .isEqualTo(100_000);
        assertThat(report.spans().stream()
                        .mapToInt(span -> read.in(span).looks().size())
                        .sum())
                .isBetween(1, 200_000);
    }
}
