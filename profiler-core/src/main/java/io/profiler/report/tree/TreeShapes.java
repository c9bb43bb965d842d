// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.Preparation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which spans of a tree do the same with all that is below them, however often in a row that is done there. The preparation of a
 * statement does what its execution does: there is a span of it only where it took long.
 */
final class TreeShapes {

    private record Shape(Operation operation, List<Integer> below) {}

    private final List<PlacedSpan> spans;
    private final Predicate<ReportSpan> single;
    private final int[] ends;
    private final int[] shapes;
    private final Map<Shape, Integer> known = new HashMap<>();

    /**
     * Takes n steps for n spans.
     *
     * @param spans in reading order
     * @param single which of them are not to be taken for the same as any other
     */
    TreeShapes(List<PlacedSpan> spans, Predicate<ReportSpan> single) {
        this.spans = spans;
        this.single = single;
        this.ends = new int[spans.size()];
        this.shapes = new int[spans.size()];
        for (int i = spans.size() - 1; i >= 0; i--) {
            look(i);
        }
    }

    /** What is below a span is known when it is looked at. */
    private void look(int index) {
        int end = index + 1;
        while (end < spans.size() && spans.get(end).depth() > spans.get(index).depth()) {
            end = ends[end];
        }
        ends[index] = end;
        ReportSpan span = spans.get(index).span();
        shapes[index] = single.test(span)
                ? -1 - index
                : known.computeIfAbsent(new Shape(operation(span), shapesBelow(index)), key -> known.size());
    }

    private static Operation operation(ReportSpan span) {
        Operation operation = Operation.of(span);
        return Preparation.is(span) ? Preparation.withExecution(operation) : operation;
    }

    private List<Integer> shapesBelow(int index) {
        return runsBelow(index).stream().map(run -> shapes[run.get(0)]).toList();
    }

    /** The place of the first span that is not below another. */
    int end(int index) {
        return ends[index];
    }

    /** The places of the spans right below another, those together that do the same one after the other. */
    List<List<Integer>> runsBelow(int index) {
        List<List<Integer>> runs = new ArrayList<>();
        int before = -1;
        for (int below = index + 1; below < ends[index]; below = ends[below]) {
            if (before < 0 || !isAgain(before, below)) {
                runs.add(new ArrayList<>(1));
            }
            runs.get(runs.size() - 1).add(below);
            before = below;
        }
        return runs;
    }

    private boolean isAgain(int before, int index) {
        return shapes[before] == shapes[index]
                && spans.get(before).span().finishedMicros()
                        <= spans.get(index).span().startedMicros();
    }
}
