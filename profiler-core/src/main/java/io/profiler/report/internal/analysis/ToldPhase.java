// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request went through where no span is, as the end of its span tells: {@code info.phases}.
 *
 * @param name as it stands in the data
 * @param fromMicros when it began, since the first event of the trace
 * @param toMicros when it ended
 */
public record ToldPhase(String name, long fromMicros, long toMicros) {

    /** The phases that a span tells of, in the order in which it does; none if it tells none. */
    public static List<ToldPhase> of(ReportSpan span) {
        return span.events().stream()
                .filter(SpanEvent::isStop)
                .map(event -> event.info().get("phases"))
                .flatMap(phases -> phases instanceof List<?> list ? list.stream() : Stream.empty())
                .flatMap(phase -> read(phase, span.startedMicros()))
                .toList();
    }

    public long durationMicros() {
        return BoundedTime.minus(toMicros, fromMicros);
    }

    private static Stream<ToldPhase> read(@Nullable Object phase, long startedMicros) {
        return phase instanceof Map<?, ?> members
                        && members.get("name") instanceof String name
                        && members.get("from") instanceof Number from
                        && members.get("micros") instanceof Number micros
                ? Stream.of(at(name, BoundedTime.plus(startedMicros, from.longValue()), micros.longValue()))
                : Stream.empty();
    }

    private static ToldPhase at(String name, long fromMicros, long micros) {
        return new ToldPhase(name, fromMicros, BoundedTime.plus(fromMicros, Math.max(0, micros)));
    }
}
