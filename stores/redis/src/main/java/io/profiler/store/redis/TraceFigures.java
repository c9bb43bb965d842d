// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.PointTime;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.RequestTimes;
import io.profiler.store.backend.TraceTally;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the script keeps of a trace beside its list. */
final class TraceFigures {

    /** Before the id of a span right below the base id: when it began. */
    static final String START = "start ";

    /** Likewise when it ended. */
    static final String STOP = "stop ";

    /** Likewise what it was answered with, if that is known. */
    static final String STATUS = "status ";

    private static final Set<String> OF_TRACE =
            Set.of("points", "started", "stopped", "errors", "requests", "first", "last", "name", "service");

    private final Map<String, String> fields;

    /**
     * @param fields of the hash; empty if there is none
     */
    TraceFigures(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Whether a field tells something of the trace. */
    static boolean isOfTrace(String field) {
        return OF_TRACE.contains(field);
    }

    /** Whether a field tells something of one of its requests. */
    static boolean isOfRequest(String field) {
        return field.startsWith(START) || field.startsWith(STOP) || field.startsWith(STATUS);
    }

    /** Whether each point of a list was added up. */
    boolean areOf(long points) {
        return points > 0 && number("points") == points && fields.containsKey("first");
    }

    long errors() {
        return number("errors");
    }

    private long number(String field) {
        try {
            return Long.parseLong(fields.getOrDefault(field, "0"));
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }

    TraceSummary summary(String baseId) {
        String first = fields.getOrDefault("first", "");
        Duration duration = PointTime.between(first, fields.getOrDefault("last", first));
        TraceSummary whole = new TraceSummary(
                baseId,
                first,
                text("name"),
                text("service"),
                PointTime.parse(first),
                duration,
                Math.max(1, number("requests")),
                Math.max(number("started"), number("stopped")),
                number("errors"),
                null);
        return number("requests") > RequestTimes.MOST ? whole : requests().applyTo(whole);
    }

    private RequestTimes requests() {
        RequestTimes requests = new RequestTimes();
        fields.forEach((field, time) -> {
            if (field.startsWith(START)) {
                requests.add(field.substring(START.length()), false, time, null);
            } else if (field.startsWith(STOP)) {
                String traceId = field.substring(STOP.length());
                requests.add(traceId, true, time, status(traceId));
            }
        });
        return requests;
    }

    private @Nullable Integer status(String traceId) {
        return TraceTally.statusOf(Map.of("status", number(STATUS + traceId)));
    }

    private @Nullable String text(String field) {
        String text = fields.get(field);
        return text == null || text.isEmpty() ? null : text;
    }
}
