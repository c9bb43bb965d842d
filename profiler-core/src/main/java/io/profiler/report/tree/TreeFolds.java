// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Preparation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts siblings that do the same one after the other into one row, and what is below them into rows below that. Requests at
 * the top are not put together.
 */
final class TreeFolds {

    /** Two rows are read as soon as one that stands for both. */
    private static final int FEWEST = 3;

    private final List<PlacedSpan> spans;
    private final TreeShapes shapes;
    private final List<TreeRow> rows = new ArrayList<>();
    private final Deque<List<Integer>> next = new ArrayDeque<>();

    private TreeFolds(List<PlacedSpan> spans, TreeShapes shapes) {
        this.spans = spans;
        this.shapes = shapes;
    }

    /** A row for each span. */
    static List<TreeRow> none(List<PlacedSpan> spans) {
        return spans.stream()
                .map(placed -> new TreeRow(placed, List.of(placed.span())))
                .toList();
    }

    /**
     * The rows of spans, both in reading order. Takes n steps for n spans.
     *
     * @param single which spans have a row of their own
     */
    static List<TreeRow> of(List<PlacedSpan> spans, Predicate<ReportSpan> single) {
        TreeFolds folds = new TreeFolds(spans, new TreeShapes(spans, single));
        folds.fold();
        return folds.rows;
    }

    private void fold() {
        for (int top = 0; top < spans.size(); top = shapes.end(top)) {
            next.push(List.of(top));
            while (!next.isEmpty()) {
                List<Integer> alike = next.pop();
                rows.add(row(alike));
                pushBelow(alike);
            }
        }
    }

    private TreeRow row(List<Integer> alike) {
        PlacedSpan first = spans.get(alike.stream()
                .filter(index -> !isPreparation(index))
                .findFirst()
                .orElse(alike.get(0)));
        boolean last = spans.get(alike.get(alike.size() - 1)).last();
        List<ReportSpan> members =
                alike.stream().map(index -> spans.get(index).span()).toList();
        return new TreeRow(new PlacedSpan(first.span(), first.depth(), last, first.parent()), members);
    }

    private boolean isPreparation(int index) {
        return Preparation.is(spans.get(index).span());
    }

    /** What is below alike spans is alike, run by run. */
    private void pushBelow(List<Integer> alike) {
        List<List<Integer>> below = new ArrayList<>();
        for (int index : alike) {
            int number = 0;
            for (List<Integer> run : shapes.runsBelow(index)) {
                if (number == below.size()) {
                    below.add(new ArrayList<>());
                }
                below.get(number++).addAll(run);
            }
        }
        Collections.reverse(below);
        below.forEach(this::push);
    }

    private void push(List<Integer> run) {
        long executions = run.stream().filter(index -> !isPreparation(index)).count();
        if ((executions == 0 ? run.size() : executions) >= FEWEST) {
            next.push(run);
        } else {
            for (int i = run.size() - 1; i >= 0; i--) {
                next.push(List.of(run.get(i)));
            }
        }
    }
}
