// SPDX-License-Identifier: Apache-2.0
package io.profiler.otlp.internal;

import io.profiler.otlp.internal.OtlpSpan.Kind;
import io.profiler.point.TracePoint;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a span is called, and its kind, as OSprofiler has it. */
final class SpanNames {

    private SpanNames() {}

    /** OSprofiler cuts letters of the word "start" off the name, too, which is a mistake: {@code drive} of a driver. */
    static String name(TracePoint point) {
        if (point.info().get("request") instanceof Map<?, ?> request) {
            return "WSGI_" + request.get("method") + "_" + request.get("path");
        }
        if (point.info().get("db") instanceof Map<?, ?> db && db.get("statement") != null) {
            return "SQL_" + operation(db);
        }
        if (point.info().get("requests") instanceof Map<?, ?> requests) {
            return "REQUESTS_" + requests.get("method") + "_" + requests.get("hostname");
        }
        return point.name().replaceFirst("-(start|stop)$", "");
    }

    /** First word of a statement. */
    static String operation(Map<?, ?> db) {
        String statement = Objects.toString(db.get("statement"), "");
        int end = statement.indexOf(' ');
        return (end < 0 ? statement : statement.substring(0, end)).toUpperCase(Locale.ROOT);
    }

    /** By the name of the point, the word "start" included. */
    static Kind kind(String pointName) {
        if (pointName.contains("wsgi")) {
            return Kind.SERVER;
        }
        boolean client = pointName.contains("db") || pointName.contains("http") || pointName.contains("api");
        return client ? Kind.CLIENT : Kind.INTERNAL;
    }
}
