// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts what is called far less often, or far more often, by ten calls at least, before its callers, which are called as often
 * as before: what these do for each answer went, or came, with the calls.
 */
final class CalledFirst {

    private static final int TIMES = 2;
    private static final int LEAST_CALLS = 10;

    private final List<Change> paths;
    private final Set<Step> calledAnew;

    private CalledFirst(Comparison comparison) {
        this.paths = comparison.changes();
        this.calledAnew = comparison.operations().stream()
                .filter(CalledFirst::isCalledAnew)
                .map(Change::step)
                .collect(Collectors.toSet());
    }

    /**
     * {@return the changes of operations in that order, otherwise in the one that they have}
     *
     * @param operations few of those of the comparison
     */
    static List<Change> order(List<Change> operations, Comparison comparison) {
        if (operations.stream().noneMatch(CalledFirst::isCalledAnew)) {
            return operations;
        }
        CalledFirst calls = new CalledFirst(comparison);
        List<Change> ordered = new ArrayList<>();
        for (Change change : operations) {
            ordered.add(isCalledAnew(change) ? calls.place(change, ordered) : ordered.size(), change);
        }
        return ordered;
    }

    private static boolean isCalledAnew(Change change) {
        long before = change.before().count().median();
        long after = change.after().count().median();
        return Math.abs(before - after) >= LEAST_CALLS && Math.max(before, after) >= TIMES * Math.min(before, after);
    }

    private int place(Change called, List<Change> before) {
        Set<Step> callers = callers(called.step());
        for (int i = 0; i < before.size(); i++) {
            if (callers.contains(before.get(i).step()) && isAlike(before.get(i), called)) {
                return i;
            }
        }
        return before.size();
    }

    private static boolean isAlike(Change caller, Change called) {
        return !isCalledAnew(caller)
                && Long.signum(caller.selfDifferenceMicros()) == Long.signum(called.selfDifferenceMicros());
    }

    /** The nearest spans above that are called about as often as before, wherever they stand now. */
    private Set<Step> callers(Step called) {
        Set<Step> callers = new HashSet<>();
        for (Change change : paths) {
            if (change.step().equals(called)) {
                int above = change.path().size() - 2;
                while (above >= 0 && calledAnew.contains(change.path().get(above))) {
                    above--;
                }
                if (above >= 0) {
                    callers.add(change.path().get(above));
                }
            }
        }
        return callers;
    }
}
