// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds siblings that do the same, whatever stands between them. */
public final class Repeats {

    private record Operation(String name, @Nullable String subject) {}

    private final List<Repeat> found = new ArrayList<>();

    private Repeats() {}

    /** All repeats, in the order in which their parents are read. Takes n steps for n spans. */
    public static List<Repeat> in(Report report) {
        Repeats repeats = new Repeats();
        repeats.add(null, report.roots());
        for (PlacedSpan placed : report.depthFirst()) {
            repeats.add(placed.span(), report.childrenOf(placed.span()));
        }
        return Collections.unmodifiableList(repeats.found);
    }

    private void add(@Nullable ReportSpan parent, List<ReportSpan> siblings) {
        if (siblings.size() > 1) {
            group(siblings).forEach((operation, spans) -> {
                if (spans.size() > 1) {
                    found.add(new Repeat(parent, operation.name(), operation.subject(), spans));
                }
            });
        }
    }

    private static Map<Operation, List<ReportSpan>> group(List<ReportSpan> siblings) {
        Map<Operation, List<ReportSpan>> groups = new LinkedHashMap<>();
        for (ReportSpan span : siblings) {
            Operation operation = new Operation(span.name(), span.subject());
            groups.computeIfAbsent(operation, key -> new ArrayList<>()).add(span);
        }
        return groups;
    }
}
