// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.TracePoints;
import io.profiler.report.compare.Comparison;
import io.profiler.report.html.HtmlReportRenderer;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LargeTraceTest {

    private static final int SPANS_IN_EVERY_FORMAT = 30_000;
    private static final int POINTS = 250_000;

    static final List<ReportRenderer> RENDERERS = List.of(
            new ChromeReportRenderer(),
            new DotReportRenderer(),
            new FoldedReportRenderer(),
            new HtmlReportRenderer(),
            new MarkdownReportRenderer(Rendering.CLOCK),
            new OtlpReportRenderer(),
            new SpeedscopeReportRenderer());

    @Test
    void rendersAChainOfSpans() throws IOException {
        assertRendered(report(SPANS_IN_EVERY_FORMAT, i -> i == 0 ? "base" : "s" + (i - 1)));
    }

    @Test
    void rendersManySpansBelowOne() throws IOException {
        assertRendered(report(SPANS_IN_EVERY_FORMAT, i -> i == 0 ? "base" : "s0"));
    }

    @Test
    void addsUpManyPoints() throws IOException {
        Report report = report(POINTS / 2, i -> i == 0 ? "base" : "s" + i / 10);

        assertThat(report.depthFirst()).hasSize(POINTS / 2);
        assertThat(Rendering.text(new FoldedReportRenderer(), report)).startsWith("n ");
    }

    private static void assertRendered(Report report) throws IOException {
        assertThat(report.depthFirst()).hasSize(SPANS_IN_EVERY_FORMAT);
        assertThat(Comparison.of(report, report).changes()).isNotEmpty();
        for (ReportRenderer renderer : RENDERERS) {
            renderer.render(report, Writer.nullWriter());
        }
    }

    private static Report report(int spans, IntFunction<String> parent) {
        List<TracePoint> points = IntStream.range(0, spans)
                .boxed()
                .flatMap(i -> Stream.of(
                        TracePoints.start("n", "s" + i, parent.apply(i), i),
                        TracePoints.stop("n", "s" + i, parent.apply(i), 999_999 - i)))
                .toList();
        return Report.of(points);
    }
}
