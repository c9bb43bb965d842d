// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;

/** What no finding has explained so far of spans and all below them. */
final class UnexplainedTimes {

    private final PathTimes times;
    private final long[] before;

    UnexplainedTimes(Evidence evidence) {
        this.times = evidence.times();
        this.before = new long[times.count() + 1];
        for (PathPart part : evidence.parts()) {
            if (!evidence.explained().contains(part)) {
                before[times.number(part.span()) + 1] += part.durationMicros();
            }
        }
        for (int number = 1; number < before.length; number++) {
            before[number] += before[number - 1];
        }
    }

    long within(ReportSpan span) {
        return before[times.end(span)] - before[times.number(span)];
    }
}
