// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a figure may not exceed.
 *
 * @param inclusive whether to reach it is too much already
 * @param ofDifference whether it is one of the difference, not of the second figure
 * @param number how much
 * @param unit of it: a percentage, a unit of time, or empty for a number of spans
 */
record Limit(boolean inclusive, boolean ofDifference, double number, String unit) {

    private static final String PERCENT = "%";
    private static final Map<String, Double> MICROS = Map.of("us", 1.0, "µs", 1.0, "ms", 1e3, "s", 1e6);

    /** Why it is no limit of a figure, null if it is one. */
    @Nullable
    String problem(boolean ofTime) {
        if (unit.equals(PERCENT)) {
            return ofDifference ? null : "a percentage is one of a difference and needs a sign, such as +20%";
        }
        if (ofTime) {
            return MICROS.containsKey(unit) ? null : "a time needs a unit: us, ms, s, or % of what it was";
        }
        return unit.isEmpty() ? null : "a number of spans has no unit but %";
    }

    /** More by any percentage than nothing is anything. */
    boolean isExceeded(double before, double after) {
        if (before == 0 && number > 0 && unit.equals(PERCENT)) {
            return after > 0;
        }
        double figure = ofDifference ? after - before : after;
        double limit = unit.equals(PERCENT) ? before * number / 100 : number * MICROS.getOrDefault(unit, 1.0);
        return inclusive ? figure >= limit : figure > limit;
    }
}
