// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Looks for what is wrong with the data of a trace. */
public final class Findings {

    private Findings() {}

    /**
     * Finds at most one thing of each kind, in the order of the kinds. Takes n steps for n spans.
     *
     * @param now the moment at which the trace is looked at
     */
    public static List<Finding> in(Report report, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Completeness.of(report).addTo(findings);
        new ShapeFindings(report).addTo(findings);
        new SpanFindings(report).addTo(findings);
        new ClockFindings(report, now).addTo(findings);
        return Collections.unmodifiableList(findings);
    }
}
