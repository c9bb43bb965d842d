// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.Report;
import io.profiler.report.internal.analysis.MethodTime;
import io.profiler.report.internal.analysis.MethodTimes;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.SampleWords;
import io.profiler.report.internal.analysis.SelfTimes;
import io.profiler.report.internal.text.MarkdownText;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.report.samples.Samples;
import java.io.IOException;
import java.util.List;

/** The methods that took most time, by what threads did in them. */
final class MarkdownMethods {

    private static final int ROWS = 10;

    private final Report report;
    private final MarkdownText text;
    private final SpanLabel label = new SpanLabel();
    private final ReadableDuration duration = new ReadableDuration("µs");

    MarkdownMethods(Report report, MarkdownText text) {
        this.report = report;
        this.text = text;
    }

    /** Nothing where nobody looked. */
    void write() throws IOException {
        Samples samples = Samples.of(report);
        String words = SampleWords.of(samples, "µs");
        if (words != null) {
            text.heading("By method");
            text.line(words + ".");
            List<MethodTime> methods = MethodTimes.of(report, samples, SelfTimes.of(report));
            if (!methods.isEmpty()) {
                write(methods);
            }
        }
    }

    private void write(List<MethodTime> methods) throws IOException {
        long busyMicros = Requests.of(report).busyMicros();
        text.line("");
        text.tableHead(List.of("Method", "Doing", "Looks", "Self", "Share"));
        for (MethodTime method : methods.subList(0, Math.min(ROWS, methods.size()))) {
            text.row(List.of(
                    MarkdownText.code(label.visible(method.method())),
                    method.kind().label(),
                    Long.toString(method.looks()),
                    duration.of(method.micros()),
                    MarkdownText.share(method.micros(), busyMicros)));
        }
    }
}
