// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.Stretch;
import io.profiler.report.internal.text.ReadableDuration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The trees of a trace: one, or one for each stretch of time between pauses, with times of its own. */
final class TreeBlocks {

    private final Report report;
    private final Requests requests;
    private final TreePage page;
    private final TreeRows rows;
    private final ReadableDuration duration;

    TreeBlocks(Report report, Requests requests, TreePage page, TreeRows rows) {
        this.report = report;
        this.requests = requests;
        this.page = page;
        this.rows = rows;
        this.duration = new ReadableDuration(page.symbols().microsecond());
    }

    void write() throws IOException {
        rows.writeHead();
        if (requests.havePauses()) {
            writeEach();
        } else {
            rows.write(report.depthFirst(), new Stretch(0, report.durationMicros(), List.of()));
        }
    }

    private void writeEach() throws IOException {
        Map<ReportSpan, List<PlacedSpan>> trees = trees();
        long pausedFrom = Long.MIN_VALUE;
        for (Stretch stretch : requests.stretches()) {
            if (stretch.tops().stream().noneMatch(trees::containsKey)) {
                continue; // Spans in a cycle of parents, which no tree has.
            }
            if (pausedFrom != Long.MIN_VALUE) {
                writePause(BoundedTime.minus(stretch.fromMicros(), pausedFrom), stretch.fromMicros());
            }
            for (ReportSpan top : stretch.tops()) {
                rows.write(trees.getOrDefault(top, List.of()), stretch);
            }
            pausedFrom = stretch.toMicros();
        }
    }

    private void writePause(long micros, long untilMicros) throws IOException {
        page.write(page.line());
        page.write(page.line()
                .add(TextStyle.FAINT, "pause of " + duration.of(micros) + ", up to " + duration.of(untilMicros))
                .add(TextStyle.FAINT, " after the start of the trace"));
    }

    private Map<ReportSpan, List<PlacedSpan>> trees() {
        Map<ReportSpan, List<PlacedSpan>> trees = new IdentityHashMap<>();
        List<PlacedSpan> tree = List.of();
        for (PlacedSpan placed : report.depthFirst()) {
            if (placed.depth() == 0) {
                tree = new ArrayList<>();
                trees.put(placed.span(), tree);
            }
            tree.add(placed);
        }
        return trees;
    }
}
