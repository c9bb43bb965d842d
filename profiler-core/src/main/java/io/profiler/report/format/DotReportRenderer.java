// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A graph in Graphviz's DOT language: a node for the trace, one for each span, and edges from parents to children, as
 * in OSprofiler's {@code trace show --dot}.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">DOT language</a>
 * @since 0.1
 */
public final class DotReportRenderer implements ReportRenderer {

    private final ReadableDuration duration = new ReadableDuration("µs");

    /** Without settings: one instance is enough for all reports. */
    public DotReportRenderer() {}

    @Override
    public void render(Report report, Appendable out) throws IOException {
        SpanLabel label = new SpanLabel();
        List<Integer> path = new ArrayList<>();
        int id = 0;
        out.append("digraph {\n");
        node(out, id, "total - " + duration.of(report.durationMicros()), "");
        path.add(id);
        for (PlacedSpan placed : report.depthFirst()) {
            id++;
            path.subList(placed.depth() + 1, path.size()).clear();
            node(out, id, text(placed.span(), label), style(placed.span()));
            out.append("\t" + path.get(placed.depth()) + " -> " + id + "\n");
            path.add(id);
        }
        out.append('}');
    }

    private static void node(Appendable out, int id, String text, String style) throws IOException {
        out.append("\t" + id + " [label=" + quote(text) + style + "]\n");
    }

    private String text(ReportSpan span, SpanLabel label) {
        String service = span.service() == null ? "" : label.visible(span.service()) + ":";
        String complete = service + label.visible(span.name()) + " - " + time(span);
        String subject = span.subject() == null ? "" : "\n" + label.visible(span.subject());
        return complete
                + subject
                + (span.error() == null ? "" : "\n" + label.visible(span.error().toString()));
    }

    private String time(ReportSpan span) {
        if (!span.hasStop()) {
            return "unfinished";
        }
        return span.hasStart() ? duration.of(span.durationMicros()) : "never started";
    }

    private static String style(ReportSpan span) {
        String line = span.hasStart() && span.hasStop() ? "" : " style=dashed";
        return span.error() == null ? line : line + " color=red penwidth=2";
    }

    /** Graphviz takes a backslash for the start of an escape and an ampersand for that of an HTML entity. */
    private static String quote(String text) {
        String escaped = text.replace("&", "&amp;")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        return '"' + escaped + '"';
    }
}
