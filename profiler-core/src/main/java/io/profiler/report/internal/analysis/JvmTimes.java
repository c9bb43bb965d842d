// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.point.JvmCause;
import io.profiler.report.Report;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.report.samples.LookKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the JVMs of the services tell of a trace, added up by cause. Threads may have waited at the same time.
 *
 * @param micros by cause, in words; none if no JVM tells
 * @param whole whether all of them were listened to all the time, and tell everything
 */
public record JvmTimes(Map<String, Long> micros, boolean whole) {

    /** By the words of the record. */
    private static final Map<String, String> CAUSES = Map.of(
            JvmCause.LOCK.word(), LookKind.LOCK.label(),
            JvmCause.QUEUE.word(), LookKind.QUEUE.label(),
            JvmCause.SLEEP.word(), LookKind.SLEEP.label(),
            JvmCause.SOCKET.word(), LookKind.SOCKET.label(),
            JvmCause.FILE.word(), LookKind.FILE.label(),
            JvmCause.CLASS.word(), LookKind.CLASS_LOADING.label(),
            JvmCause.GC.word(), "garbage collection",
            JvmCause.SAFEPOINT.word(), "safepoints");

    /** Passes over what cannot be read. */
    public static JvmTimes of(Report report) {
        ToldEvents told = ToldEvents.of(report);
        Map<String, Long> micros = new LinkedHashMap<>();
        for (ToldEvent event : told.events()) {
            String words = CAUSES.get(event.cause());
            if (words != null) {
                micros.merge(words, event.micros(), BoundedTime::plus);
            }
        }
        return new JvmTimes(micros, told.whole());
    }

    /** The longest first, as in {@code the JVM tells: lock 80.1 ms, garbage collection 41.0 ms}; null if it tells nothing. */
    public @Nullable String words(ReadableDuration duration) {
        if (micros.isEmpty()) {
            return null;
        }
        return micros.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(cause -> cause.getKey() + " " + duration.of(cause.getValue()))
                .collect(Collectors.joining(", ", whole ? "the JVM tells: " : "the JVM tells in part: ", ""));
    }
}
