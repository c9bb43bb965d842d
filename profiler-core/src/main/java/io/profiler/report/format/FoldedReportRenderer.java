// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.internal.analysis.SpanPath;
import io.profiler.report.samples.Samples;
import java.io.IOException;
import java.util.Map;

/**
 * Folded stacks, the input of flame graph tools: a line for each path, which is the labels from the root down with
 * semicolons in between, then a blank and the microseconds in which the spans there were at work themselves. Paths
 * without any are left out. Where looks found methods inside a span, its paths go on with them, and with what the thread did
 * there unless it was running, as in {@code [lock]}; they divide its time in proportion to the looks. The format is that of Brendan Gregg's {@code flamegraph.pl}.
 *
 * @see <a href="https://github.com/brendangregg/FlameGraph">FlameGraph</a>
 * @since 0.1
 */
public final class FoldedReportRenderer implements ReportRenderer {

    /** Without settings: one instance is enough for all reports. */
    public FoldedReportRenderer() {}

    @Override
    public void render(Report report, Appendable out) throws IOException {
        write(Stacks.of(report, Samples.of(report), label -> label.replace(';', ',')), out);
    }

    private static void write(Map<SpanPath<String>, Long> stacks, Appendable out) throws IOException {
        String separator = "";
        for (Map.Entry<SpanPath<String>, Long> stack : stacks.entrySet()) {
            out.append(separator).append(String.join(";", stack.getKey().steps()));
            out.append(' ').append(Long.toString(stack.getValue()));
            separator = "\n";
        }
    }
}
