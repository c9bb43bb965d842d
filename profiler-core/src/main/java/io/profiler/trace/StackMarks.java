// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static io.profiler.trace.Mark.Sureness.CALLED;
import static io.profiler.trace.Mark.Sureness.ON_THE_EDGE;
import static io.profiler.trace.Mark.Sureness.OPEN;

import io.profiler.trace.sample.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the markers of open spans off a stack. A call of the profiler's is around an open span only if what it called is not
 * the profiler's: else the span is just being begun or ended.
 */
final class StackMarks {

    private static final Set<String> ENDS_OF_TRANSACTIONS = Set.of("commit", "rollback", "setAutoCommit");

    private final Stack stack;
    private final Set<String> functions;
    private final List<Mark> marks = new ArrayList<>();
    private boolean awaitsMethod;

    private StackMarks(Stack stack, Set<String> functions) {
        this.stack = stack;
        this.functions = functions;
    }

    /**
     * @param functions methods that may have spans, as their starts name them
     * @return the outermost first, of those inside the last place at which the thread was told to go on
     */
    static List<Mark> of(Stack stack, Set<String> functions) {
        return new StackMarks(stack, functions).read();
    }

    private List<Mark> read() {
        for (int i = 0; i < stack.depth(); i++) {
            String frame = stack.name(i);
            Marker marker = Marker.of(frame);
            if (marker == Marker.PLACE) {
                marks.clear();
            }
            if (marker != null) {
                add(new Mark(marker, i + 1, stack.depth(), isOpen(marker, i + 1) ? OPEN : ON_THE_EDGE));
                awaitsMethod = marker == Marker.METHOD;
            } else if (functions.contains(frame)) {
                called(i);
            }
        }
        return marks;
    }

    /** Behind advice, it is the method that the advice is around; else its spans, if it has any, begin in another way. */
    private void called(int index) {
        if (awaitsMethod) {
            awaitsMethod = false;
        } else {
            add(new Mark(Marker.METHOD, index, stack.depth(), CALLED));
        }
    }

    private void add(Mark mark) {
        int last = marks.size() - 1;
        if (last >= 0) {
            marks.set(last, marks.get(last).until(mark.from()));
        }
        marks.add(mark);
    }

    private boolean isOpen(Marker marker, int next) {
        return marker == Marker.STATEMENT ? isStatementOpen(next) : next < stack.depth() && !isOwn(stack.name(next));
    }

    private static boolean isOwn(String frame) {
        return frame.startsWith("io.profiler.trace.") || frame.startsWith("io.profiler.autoconfigure.");
    }

    /** The library that keeps the books calls the driver, by reflection. */
    private boolean isStatementOpen(int next) {
        for (int i = next + 1; i < stack.depth(); i++) {
            if (stack.name(i).equals("java.lang.reflect.Method.invoke")
                    && stack.name(i - 1).startsWith("net.ttddyy.dsproxy.")) {
                return isTraced(visible(i));
            }
        }
        return false;
    }

    private boolean isTraced(int index) {
        String method = index < 0 ? "" : methodOf(stack.name(index));
        return method.startsWith("execute") || ENDS_OF_TRANSACTIONS.contains(method);
    }

    private int visible(int from) {
        return visible(stack, from, stack.depth());
    }

    /** The first call that says something; -1 if there is none. */
    static int visible(Stack stack, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!stack.isNoise(i)) {
                return i;
            }
        }
        return -1;
    }

    static String methodOf(String frame) {
        return frame.substring(frame.lastIndexOf('.') + 1);
    }
}
