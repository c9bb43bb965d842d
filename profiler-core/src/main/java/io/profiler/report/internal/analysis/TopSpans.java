// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The spans at the top of a trace, told apart.
 *
 * @param roots those that belong there
 * @param orphans those whose parent is not in the trace
 */
public record TopSpans(List<ReportSpan> roots, List<ReportSpan> orphans) {

    public static TopSpans of(Report report) {
        List<ReportSpan> orphans = report.orphans();
        Set<ReportSpan> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(orphans);
        List<ReportSpan> roots = new ArrayList<>(report.roots());
        roots.removeIf(known::contains);
        return new TopSpans(roots, orphans);
    }

    /** The roots; if there are none, what stands in their place. */
    public List<ReportSpan> leading() {
        return roots.isEmpty() ? orphans : roots;
    }
}
