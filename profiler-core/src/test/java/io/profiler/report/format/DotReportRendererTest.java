// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.HostileTrace;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DotReportRendererTest {

    @Test
    void drawsATrace() {
        Report report = RecordedTrace.named("exception-in-the-middle").report();

        assertThat(dot(report) + "\n").isEqualTo(RecordedTrace.text("format/exception-in-the-middle.dot"));
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void hasANodeForEachSpanAndAnEdgeFromItsParent(RecordedTrace trace) {
        Report report = trace.report();

        DotGraph graph = DotGraph.parse(dot(report));

        assertThat(graph.edges()).isEqualTo(report.depthFirst().size());
        assertThat(graph.labels()).hasSize(report.depthFirst().size() + 1);
    }

    @Test
    void leadsEdgesFromParentsToChildren() {
        Report report = TracePoints.report(
                TracePoints.span("r", "r", "base", 0, 10),
                TracePoints.span("a", "a", "r", 1, 2),
                TracePoints.span("b", "b", "a", 1, 2),
                TracePoints.span("c", "c", "r", 1, 2));

        assertThat(dot(report).lines().filter(line -> line.contains("->")))
                .containsExactly("\t0 -> 1", "\t1 -> 2", "\t2 -> 3", "\t1 -> 4");
    }

    @Test
    void keepsHostileDataInItsLabels() {
        DotGraph graph = DotGraph.parse(dot(HostileTrace.report(HostileTrace.TEXT)));

        assertThat(graph.edges()).isEqualTo(2);
        assertThat(graph.labels().values()).anyMatch(label -> label.contains("a;b \"c\" 'd'"));
    }

    @Test
    void boundsLabels() {
        assertThat(dot(HostileTrace.report("x".repeat(1_000_000)))).hasSizeLessThan(4000);
    }

    @Test
    void drawsTenThousandSpansDeep() {
        assertThat(dot(Report.of(TracePoints.nested(10_000))).lines()).hasSize(2 * 10_000 + 3);
    }

    private static String dot(Report report) {
        return Rendering.text(new DotReportRenderer(), report);
    }
}
