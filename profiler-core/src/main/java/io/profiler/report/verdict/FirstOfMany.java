// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first of several spans that do the same, if it takes many times as long as the others; or the first few, each of which takes
 * no longer than the one before.
 *
 * @param spans in order of time
 * @param micros how much of the critical path is in them
 * @param count how many do the same
 * @param othersMicros the median of the others
 */
record FirstOfMany(List<ReportSpan> spans, long micros, int count, Operation operation, long othersMicros) {

    private static final int FEWEST = 3;
    /** Of few statements one may take long for what it asks. */
    private static final int FEWEST_STATEMENTS = 6;

    private static final int TIMES_THE_MEDIAN = 5;
    private static final int TIMES_THE_NEXT = 3;
    /** A request is long enough to tell by two of them. */
    private static final int TIMES_THE_OTHER = 10;

    private static final int MOST = 5;
    private static final int PART = 4;

    /** Null if there is nothing of that kind. */
    static @Nullable FirstOfMany of(Operation operation, List<ReportSpan> alike, Evidence evidence) {
        PathTimes times = evidence.times();
        List<ReportSpan> inTime = alike.stream()
                .sorted(Comparator.comparingLong(ReportSpan::startedMicros))
                .toList();
        long[] micros = inTime.stream().mapToLong(times::withinMicros).toArray();
        if (micros.length < FEWEST) {
            return micros.length == 2 && isCold(inTime, micros, evidence)
                    ? new FirstOfMany(inTime.subList(0, 1), micros[0], 2, operation, micros[1])
                    : null;
        }
        if (micros.length < FEWEST_STATEMENTS && evidence.kinds().isDatabase(inTime.get(0))) {
            return null;
        }
        return ofSeveral(operation, inTime, micros);
    }

    private static boolean isCold(List<ReportSpan> two, long[] micros, Evidence evidence) {
        return evidence.kinds().isRequest(two.get(0)) && micros[0] / TIMES_THE_OTHER >= micros[1];
    }

    private static @Nullable FirstOfMany ofSeveral(Operation operation, List<ReportSpan> inTime, long[] micros) {
        long sum = 0;
        for (int first = 1; first <= Math.max(1, Math.min(MOST, micros.length / PART)); first++) {
            sum += micros[first - 1];
            if (first > 1 && micros[first - 1] > micros[first - 2]) {
                return null;
            }
            long[] others = Arrays.stream(micros, first, micros.length).sorted().toArray();
            long median = others[others.length / 2];
            if (micros[0] / TIMES_THE_MEDIAN >= median && micros[0] / TIMES_THE_NEXT >= others[others.length - 1]) {
                return new FirstOfMany(inTime.subList(0, first), sum, micros.length, operation, median);
            }
        }
        return null;
    }
}
