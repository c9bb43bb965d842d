// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.HostileTrace;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Rendering;
import io.profiler.report.RepeatedHeaders;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownReportRendererTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Test
    void summarizesATrace() {
        Report report = RecordedTrace.named("exception-in-the-middle").report();

        assertThat(markdown(report) + "\n").isEqualTo(RecordedTrace.text("format/exception-in-the-middle.md"));
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void writesFullRowsAndNoMarkupOfOthers(RecordedTrace trace) {
        assertWellFormed(markdown(trace.report()));
    }

    @Test
    void keepsHostileDataInItsCode() {
        String markdown = markdown(HostileTrace.report(HostileTrace.TEXT));

        assertWellFormed(markdown);
        assertThat(html(markdown))
                .contains(
                        "a;b &quot;c&quot; 'd' `e` ``f`` \\g\\n &amp;lt;h&amp;amp; | &lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<a ", "<img", "<em>");
    }

    @Test
    void boundsItsLength() {
        assertThat(markdown(HostileTrace.report("x".repeat(1_000_000)))).hasSizeLessThan(8000);
        assertThat(markdown(TracePoints.report(IntStream.range(0, 1000)
                        .boxed()
                        .flatMap(i -> TracePoints.span("n" + i, "s" + i, "lost" + i, i, 2 * i)))))
                .hasSizeLessThan(3000);
    }

    @Test
    void tellsOfSeveralRequestsHowLongEachTook() {
        assertThat(Rendering.text(new MarkdownReportRenderer(Rendering.CLOCK), RepeatedHeaders.threeInTwelveMinutes()))
                .startsWith("## `3 requests: GET /orders/1, GET /orders/2, POST /orders`\n\n"
                        + "**3 requests in 12:00 min: 40.0 ms, 20.0 ms, 60.0 ms**, 55.0 ms (45.8 %) unexplained,"
                        + " 5 spans in `demo/api`, 1 answered with an HTTP status of 400 or higher\n")
                .doesNotContain("**Data:**");
        assertThat(Rendering.text(new MarkdownReportRenderer(Rendering.CLOCK), RepeatedHeaders.many(1000)))
                .contains("**1000 requests in 16:39 min: 10.0 ms to 10.0 ms, median 10.0 ms**");
    }

    @Test
    void tellsWhatRepeats() {
        Report report = TracePoints.report(
                TracePoints.span("r", "r", "base", 0, 100),
                TracePoints.span("q", "1", "r", 10, 20),
                TracePoints.span("q", "2", "r", 30, 50));

        assertThat(markdown(report)).contains("\n### Repeats\n\n- 2 × `q` below `r`: 30 µs");
    }

    private static void assertWellFormed(String markdown) {
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                throw new AssertionError("HTML: " + html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError("HTML: " + html.getLiteral());
            }

            @Override
            public void visit(Link link) {
                throw new AssertionError("link: " + link.getDestination());
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow row) {
                    assertThat(children(row)).isIn(4, 8, 9);
                }
                visitChildren(node);
            }
        });
    }

    private static int children(Node node) {
        int count = 0;
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            count++;
        }
        return count;
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .render(PARSER.parse(markdown));
    }

    private static String markdown(Report report) {
        return Rendering.text(new MarkdownReportRenderer(Rendering.CLOCK), report);
    }
}
