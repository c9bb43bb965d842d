// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which thing a span is about, where its subject is that of many: what it is given may be recorded beside it, or not at all. */
final class SameThing {

    private static final Pattern READING = Pattern.compile("(?:GET|HEAD)\\b.*", Pattern.DOTALL);
    private static final Pattern VALUE_ELSEWHERE = Pattern.compile("[?]|%\\(?\\w*\\)?s|[$:][A-Za-z0-9_]|\\.\\.\\.|…");

    private SameThing() {}

    /** What spans with the same subject are about, equal for the same; null if that is not known. */
    static @Nullable Object of(ReportSpan span) {
        List<Object> values = values(span);
        return tellsAll(span) || !values.isEmpty() ? values : null;
    }

    private static boolean tellsAll(ReportSpan span) {
        String request = span.request();
        if (request != null) {
            return READING.matcher(request).matches();
        }
        String statement = span.statement();
        return statement != null
                && statement.indexOf(' ') > 0
                && !VALUE_ELSEWHERE.matcher(statement).find();
    }

    private static List<Object> values(ReportSpan span) {
        return span.events().stream()
                .filter(event -> !event.isStop())
                .flatMap(event -> Stream.of(
                        value(event, "function", "args"),
                        value(event, "function", "kwargs"),
                        value(event, "db", "params")))
                .filter(value -> !value.equals("") && !value.equals("{}") && !value.equals(Map.of()))
                .toList();
    }

    private static Object value(SpanEvent event, String member, String name) {
        Object value = event.info().get(member) instanceof Map<?, ?> members ? members.get(name) : null;
        return Objects.requireNonNullElse(value, "");
    }
}
