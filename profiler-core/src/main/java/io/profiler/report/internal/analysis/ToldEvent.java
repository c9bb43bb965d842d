// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that took time in the JVM of a service, as that tells it.
 *
 * @param top the service's topmost span, which tells it
 * @param spanId the span that it happened in, null if it happened to all threads
 * @param cause what it was, in the word of the record
 * @param fromMicros when it began, in microseconds since the first event of the trace
 * @param toMicros when it was over; later than it took if it was several, one soon after the other
 * @param micros how long it took
 */
public record ToldEvent(
        ReportSpan top, @Nullable String spanId, String cause, long fromMicros, long toMicros, long micros) {

    /** Null if it cannot be read. */
    static @Nullable ToldEvent read(ReportSpan top, long openedMicros, @Nullable Object event) {
        if (event instanceof Map<?, ?> members
                && members.get("cause") instanceof String cause
                && members.get("micros") instanceof Number took
                && took.longValue() > 0) {
            long micros = took.longValue();
            long from = BoundedTime.plus(openedMicros, number(members.get("at"), 0));
            long within = Math.max(micros, number(members.get("within"), micros));
            String spanId = members.get("span") instanceof String id ? id : null;
            return new ToldEvent(top, spanId, cause, from, BoundedTime.plus(from, within), micros);
        }
        return null;
    }

    private static long number(@Nullable Object value, long otherwise) {
        return value instanceof Number number ? number.longValue() : otherwise;
    }
}
