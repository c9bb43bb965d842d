// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts what is called far less often, or far more often, before its callers, which are called as often as before: what these do
 * for each answer went, or came, with the calls.
 */
final class CalledFirst {

    private static final int TIMES = 2;

    private final Map<List<Step>, Change> byPath = new HashMap<>();

    private CalledFirst(List<Change> paths) {
        paths.forEach(change -> byPath.put(change.path(), change));
    }

    /**
     * {@return the changes of operations in that order, otherwise in the one that they have}
     *
     * @param operations few of them
     * @param paths what leads to them
     */
    static List<Change> order(List<Change> operations, List<Change> paths) {
        if (operations.stream().noneMatch(CalledFirst::isCalledAnew)) {
            return operations;
        }
        CalledFirst calls = new CalledFirst(paths);
        List<Change> ordered = new ArrayList<>();
        for (Change change : operations) {
            ordered.add(isCalledAnew(change) ? calls.place(change, ordered) : ordered.size(), change);
        }
        return ordered;
    }

    private static boolean isCalledAnew(Change change) {
        long before = change.before().count().median();
        long after = change.after().count().median();
        return before != after && Math.max(before, after) >= TIMES * Math.min(before, after);
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

    /** The nearest spans above that are called about as often as before. */
    private Set<Step> callers(Step called) {
        Set<Step> callers = new HashSet<>();
        for (List<Step> path : byPath.keySet()) {
            if (path.get(path.size() - 1).equals(called)) {
                int above = path.size() - 1;
                while (above > 0 && isCalledAnew(byPath, path.subList(0, above))) {
                    above--;
                }
                if (above > 0) {
                    callers.add(path.get(above - 1));
                }
            }
        }
        return callers;
    }

    private static boolean isCalledAnew(Map<List<Step>, Change> byPath, List<Step> path) {
        Change change = byPath.get(path);
        return change != null && isCalledAnew(change);
    }
}
