// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.internal.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.analysis.SpanPath;
import io.profiler.report.internal.analysis.SpanPaths;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Folded stacks, the input of flame graph tools: a line for each path, which is the labels from the root down with
 * semicolons in between, then a blank and the microseconds in which the spans there were at work themselves. Paths
 * without any are left out. The format is that of Brendan Gregg's {@code flamegraph.pl}.
 *
 * @see <a href="https://github.com/brendangregg/FlameGraph">FlameGraph</a>
 * @since 0.1
 */
public final class FoldedReportRenderer implements ReportRenderer {

    /** Without settings: one instance is enough for all reports. */
    public FoldedReportRenderer() {}

    @Override
    public void render(Report report, Appendable out) throws IOException {
        SelfTimes selfTimes = SelfTimes.of(report);
        SpanLabel label = new SpanLabel();
        Map<SpanPath<String>, Long> stacks = new LinkedHashMap<>();
        SpanPaths.follow(
                report,
                span -> label.of(span).replace(';', ','),
                SpanPath.origin(),
                (span, path) -> stacks.merge(path, selfTimes.micros(span), BoundedTime::plus));
        stacks.values().removeIf(micros -> micros == 0);
        write(stacks, out);
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
