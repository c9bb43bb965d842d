// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.ToldPhase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a request went through, asked for in order of time: each phase is looked at about once. Not thread-safe. */
final class RequestPhases {

    private final List<ToldPhase> inTime = new ArrayList<>();
    private int next;

    private RequestPhases() {}

    static RequestPhases of(ReportSpan request) {
        RequestPhases phases = new RequestPhases();
        ToldPhase.of(request).stream()
                .sorted(Comparator.comparingLong(ToldPhase::fromMicros))
                .forEach(phases::add);
        return phases;
    }

    /** Of what several phases claim, the first one has it. */
    private void add(ToldPhase phase) {
        long reached = inTime.isEmpty()
                ? Long.MIN_VALUE
                : inTime.get(inTime.size() - 1).toMicros();
        long from = Math.max(reached, phase.fromMicros());
        if (from < phase.toMicros()) {
            inTime.add(new ToldPhase(phase.name(), from, phase.toMicros()));
        }
    }

    /** Those that lie in a stretch of time, or reach into it; stretches are asked for one after another. */
    List<ToldPhase> in(long fromMicros, long toMicros) {
        while (next < inTime.size() && inTime.get(next).toMicros() <= fromMicros) {
            next++;
        }
        int end = next;
        while (end < inTime.size() && inTime.get(end).fromMicros() < toMicros) {
            end++;
        }
        return inTime.subList(next, end);
    }
}
