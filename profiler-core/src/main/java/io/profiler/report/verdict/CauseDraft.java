// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import java.util.EnumMap;
import java.util.Map;

/** What the time of one request in one service went to, while that is added up. Not thread-safe. */
final class CauseDraft {

    private final Map<Cause, Long> micros = new EnumMap<>(Cause.class);
    private final Map<Cause, Long> measured = new EnumMap<>(Cause.class);

    void add(Cause cause, long more) {
        micros.merge(cause, more, BoundedTime::plus);
    }

    void addMeasured(Cause cause, long more) {
        add(cause, more);
        measured.merge(cause, more, BoundedTime::plus);
    }

    /**
     * Nobody runs longer than a processor is at work for him; and of what is not known, that is running for which there was a
     * processor.
     *
     * @param processorMicros how long that was; classes are loaded by a processor, too
     * @param sureMicros so much more than that is no mistake of looks
     */
    void bound(long processorMicros, long sureMicros) {
        long running = get(Cause.RUNNING);
        if (running > processorMicros) {
            move(
                    running - processorMicros,
                    Cause.RUNNING,
                    running - processorMicros > sureMicros ? Cause.NO_PROCESSOR : Cause.UNKNOWN);
        } else {
            long left = Math.max(0, processorMicros - running - get(Cause.CLASS_LOADING));
            move(Math.min(left, get(Cause.UNKNOWN)), Cause.UNKNOWN, Cause.RUNNING);
        }
    }

    private void move(long some, Cause from, Cause to) {
        add(from, -some);
        add(to, some);
    }

    long get(Cause cause) {
        return micros.getOrDefault(cause, 0L);
    }

    void addTo(CauseDraft sum) {
        micros.forEach(sum::add);
        measured.forEach((cause, more) -> sum.measured.merge(cause, more, BoundedTime::plus));
    }

    Causes causes(long totalMicros) {
        return new Causes(
                totalMicros,
                micros.entrySet().stream()
                        .filter(cause -> cause.getValue() > 0)
                        .map(cause -> new CauseTime(
                                cause.getKey(), cause.getValue(), measured.getOrDefault(cause.getKey(), 0L)))
                        .toList());
    }
}
