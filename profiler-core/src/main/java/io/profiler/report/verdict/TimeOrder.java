// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import java.util.List;
import java.util.function.ToLongFunction;

/** Finds a place in what is in the order of time. */
final class TimeOrder {

    private TimeOrder() {}

    /** The index of the first one at a moment or later; their number if there is none. */
    static <T> int firstFrom(List<T> ordered, long micros, ToLongFunction<T> moment) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moment.applyAsLong(ordered.get(middle)) < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
