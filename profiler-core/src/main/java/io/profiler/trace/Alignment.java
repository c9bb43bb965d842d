// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.Mark.Sureness;
import io.profiler.trace.SpanChain.Step;
import io.profiler.trace.sample.Stack;
import java.util.List;

/**
 * How well the spans of a chain go with the markers on a stack: each span that leaves a marker should have one, in the same
 * order, around its own method, and each marker a span.
 */
final class Alignment {

    /** No marker for a span that leaves one, or the other way round. */
    private static final int UNMATCHED = 2;

    /** A marker around another method than the span's: the span may name an interface, or a class that has inherited it. */
    private static final int OTHER_NAME = 1;

    /** What is being begun or ended is rather what is around it, unless the clock says otherwise. */
    private static final int ON_THE_EDGE = 1;

    private static final int IMPOSSIBLE = 1 << 20;
    static final int NOWHERE = -1;

    private final Stack stack;
    private final List<Step> steps;
    private final List<Mark> marks;
    private final int[][] costs;

    private Alignment(Stack stack, List<Step> steps, List<Mark> marks) {
        this.stack = stack;
        this.steps = steps;
        this.marks = marks;
        this.costs = new int[steps.size() + 1][marks.size() + 1];
        fill();
    }

    static Alignment of(Stack stack, List<Step> steps, List<Mark> marks) {
        return new Alignment(stack, steps, marks);
    }

    private void fill() {
        for (int step = 0; step <= steps.size(); step++) {
            for (int mark = 0; mark <= marks.size(); mark++) {
                costs[step][mark] = step == 0 && mark == 0 ? 0 : least(step, mark);
            }
        }
    }

    private int least(int step, int mark) {
        int least = IMPOSSIBLE;
        if (step > 0 && mark > 0) {
            least = costs[step - 1][mark - 1] + match(step, mark);
        }
        if (step > 0) {
            least = Math.min(least, costs[step - 1][mark] + skip(steps.get(step - 1)));
        }
        return mark > 0 ? Math.min(least, costs[step][mark - 1] + skip(marks.get(mark - 1))) : least;
    }

    private int match(int step, int mark) {
        Step span = steps.get(step - 1);
        Mark call = marks.get(mark - 1);
        if (span.marker() != call.marker()) {
            return IMPOSSIBLE;
        }
        if (call.sureness() == Sureness.ON_THE_EDGE) {
            return ON_THE_EDGE;
        }
        return span.function() == null || isNamed(call, span.function()) ? 0 : OTHER_NAME;
    }

    private boolean isNamed(Mark mark, String function) {
        for (int i = mark.from(); i < mark.to(); i++) {
            if (stack.name(i).equals(function)) {
                return true;
            }
        }
        int first = StackMarks.visible(stack, mark.from(), mark.to());
        return first >= 0 && StackMarks.methodOf(stack.name(first)).equals(StackMarks.methodOf(function));
    }

    private int skip(Step step) {
        return step.isRequired() && step.marker().isSeenOn(stack) ? UNMATCHED : 0;
    }

    private int skip(Mark mark) {
        return mark.sureness() == Sureness.OPEN && mark.marker().isSeenOn(stack) ? UNMATCHED : 0;
    }

    int cost() {
        return costs[steps.size()][marks.size()];
    }

    /** The call in which the last span begins that the stack shows; {@link #NOWHERE} if it shows none. */
    int from() {
        int step = steps.size();
        int mark = marks.size();
        while (step > 0 && mark > 0) {
            int cost = costs[step][mark];
            if (cost == costs[step - 1][mark - 1] + match(step, mark)) {
                return marks.get(mark - 1).from();
            }
            if (cost == costs[step - 1][mark] + skip(steps.get(step - 1))) {
                step--;
            } else {
                mark--;
            }
        }
        return NOWHERE;
    }
}
