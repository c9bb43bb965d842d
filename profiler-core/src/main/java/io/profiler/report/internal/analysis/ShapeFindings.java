// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What keeps a trace from being one tree. */
final class ShapeFindings {

    private final Report report;

    ShapeFindings(Report report) {
        this.report = report;
    }

    void addTo(List<Finding> findings) {
        TopSpans top = TopSpans.of(report);
        addRoots(top, findings);
        addCycles(findings);
        int orphans = top.orphans().size();
        if (orphans > 0) {
            String have = SpanCount.verb(orphans, "has", "have");
            String summary = SpanCount.of(orphans) + have + "a parent that is not in the trace";
            findings.add(Finding.of(FindingKind.ORPHAN, summary, top.orphans()));
        }
    }

    /**
     * A single span at the top stands for the root whatever its parent: a part of a trace has one, too. Several that serve
     * a request are the requests that were sent with the headers of the trace.
     */
    private void addRoots(TopSpans top, List<Finding> findings) {
        boolean empty = report.statistics().isEmpty() && report.spans().isEmpty();
        if (!empty && top.roots().isEmpty() && top.orphans().size() != 1) {
            findings.add(Finding.of(FindingKind.NO_ROOT, "no span is the root of the trace", List.of()));
        }
        int roots = top.roots().size();
        if (roots > 1 && !top.roots().stream().allMatch(root -> root.servedRequest() != null)) {
            String summary = SpanCount.of(roots) + " are at the top of the trace, where one is usual";
            findings.add(Finding.of(FindingKind.SEVERAL_ROOTS, summary, top.roots()));
        }
    }

    private void addCycles(List<Finding> findings) {
        Map<String, Long> unreachable = report.unreachable();
        long count = unreachable.values().stream().mapToLong(Long::longValue).sum();
        if (count > 0) {
            String are = SpanCount.verb(count, "is", "are");
            String summary = SpanCount.of(count) + are + "in a parent cycle, outside the tree";
            findings.add(new Finding(
                    FindingKind.PARENT_CYCLE, summary, List.copyOf(unreachable.keySet()), unreachableSpans()));
        }
    }

    private List<ReportSpan> unreachableSpans() {
        Set<ReportSpan> placed = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PlacedSpan reachable : report.depthFirst()) {
            placed.add(reachable.span());
        }
        List<ReportSpan> unreachable = new ArrayList<>(report.spans());
        unreachable.removeIf(placed::contains);
        return unreachable;
    }
}
