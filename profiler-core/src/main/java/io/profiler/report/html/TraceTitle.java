// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.html;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Objects;

/** What a trace is called: its first request, else its first span. */
final class TraceTitle {

    private TraceTitle() {}

    static String of(Report report) {
        return report.roots().stream()
                .map(ReportSpan::request)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> firstName(report));
    }

    private static String firstName(Report report) {
        return report.spans().stream().map(ReportSpan::name).findFirst().orElse("A trace without spans");
    }
}
