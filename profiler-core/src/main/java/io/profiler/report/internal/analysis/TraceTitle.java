// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a trace is about, in a line that may hold any characters. */
public final class TraceTitle {

    private static final int NAMED = 3;

    private TraceTitle() {}

    /** The request; of several, how many and which. */
    public static String of(Report report) {
        return of(report, Requests.of(report));
    }

    /** The same, for the requests of the report. */
    public static String of(Report report, Requests requests) {
        if (!requests.areSeveral()) {
            return report.title();
        }
        List<String> subjects = requests.spans().stream()
                .map(TraceTitle::subject)
                .distinct()
                .limit(NAMED + 1L)
                .toList();
        int count = requests.spans().size();
        return subjects.size() == 1 ? count + " × " + subjects.get(0) : count + " requests: " + joined(subjects);
    }

    private static String subject(ReportSpan span) {
        return Objects.requireNonNullElse(span.request(), span.name());
    }

    private static String joined(List<String> subjects) {
        String named = subjects.stream().limit(NAMED).collect(Collectors.joining(", "));
        return subjects.size() > NAMED ? named + ", …" : named;
    }
}
