// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.point.JvmReport;
import io.profiler.report.Report;
import io.profiler.report.SpanEvent;
import io.profiler.report.internal.text.ReadableDuration;
import io.profiler.report.samples.LookKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the JVMs of the services tell of a trace, added up by cause. Threads may have waited at the same time.
 *
 * @param micros by cause, in words; none if no JVM tells
 * @param whole whether all of them were listened to all the time, and tell everything
 */
public record JvmTimes(Map<String, Long> micros, boolean whole) {

    private static final int MOST_EVENTS = 10_000;

    /** By the words of the record. */
    private static final Map<String, String> CAUSES = Map.of(
            "lock", LookKind.LOCK.label(),
            "queue", LookKind.QUEUE.label(),
            "sleep", LookKind.SLEEP.label(),
            "socket", LookKind.SOCKET.label(),
            "file", LookKind.FILE.label(),
            "class", LookKind.CLASS_LOADING.label(),
            "gc", "garbage collection",
            "safepoint", "safepoints");

    /** Passes over what cannot be read. */
    public static JvmTimes of(Report report) {
        List<Map<?, ?>> told = report.spans().stream()
                .flatMap(span -> span.events().stream())
                .filter(SpanEvent::isManifest)
                .flatMap(JvmTimes::told)
                .toList();
        Map<String, Long> micros = new LinkedHashMap<>();
        told.stream().flatMap(JvmTimes::events).limit(MOST_EVENTS).forEach(event -> add(event, micros));
        return new JvmTimes(micros, told.stream().allMatch(JvmTimes::isWhole));
    }

    private static Stream<Map<?, ?>> told(SpanEvent event) {
        return event.info().get(JvmReport.MEMBER) instanceof Map<?, ?> told ? Stream.of(told) : Stream.empty();
    }

    private static Stream<?> events(Map<?, ?> told) {
        return told.get("events") instanceof List<?> events ? events.stream() : Stream.empty();
    }

    private static void add(@Nullable Object event, Map<String, Long> micros) {
        if (event instanceof Map<?, ?> members
                && members.get("cause") instanceof String cause
                && CAUSES.containsKey(cause)
                && members.get("micros") instanceof Number took
                && took.longValue() > 0) {
            micros.merge(CAUSES.getOrDefault(cause, cause), took.longValue(), BoundedTime::plus);
        }
    }

    private static boolean isWhole(Map<?, ?> told) {
        return Boolean.TRUE.equals(told.get("whole"))
                && told.get("left_out") instanceof Number leftOut
                && leftOut.longValue() == 0;
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
