// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the threads on a critical path did or waited for: each microsecond of it under one cause, so that the times add up to
 * the path. At each moment the path is in one thread, the one that the end of the trace waited for.
 *
 * @param totalMicros how long the path is; 0 if neither looks at threads nor the JVM tell anything
 * @param times the longest first
 * @since 0.1
 */
public record Causes(long totalMicros, List<CauseTime> times) {

    static final Causes UNTOLD = new Causes(0, List.of());

    /** A copy of the times is kept, the longest first. */
    public Causes {
        times = times.stream()
                .sorted(Comparator.comparingLong(CauseTime::micros).reversed())
                .toList();
    }

    /** {@return whether anything is told} */
    public boolean isTold() {
        return !times.isEmpty();
    }

    /**
     * {@return how much one cause took, in microseconds}
     *
     * @param cause any
     */
    public long micros(Cause cause) {
        return times.stream()
                .filter(time -> time.cause() == cause)
                .mapToLong(CauseTime::micros)
                .sum();
    }

    /** {@return how much of the path is under a cause that is known, in microseconds} */
    public long explainedMicros() {
        return totalMicros - micros(Cause.UNKNOWN);
    }

    /**
     * {@return a part of the path in whole percents, as {@code 76 %}}
     *
     * @param micros how long the part is
     */
    public String share(long micros) {
        return Amount.share(micros, totalMicros);
    }

    /** {@return all causes in a line, as in {@code running 70 %, lock 20 %, database 10 %}; empty if nothing is told} */
    public String words() {
        return times.stream()
                .map(time -> time.cause().label() + " " + share(time.micros()))
                .collect(Collectors.joining(", "));
    }
}
