// SPDX-License-Identifier: Apache-2.0
package io.profiler.otlp.internal;

import io.profiler.point.TracePoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The attributes of a span: OSprofiler's, and beside each the name that OpenTelemetry's semantic conventions 1.37 give it.
 */
final class SpanAttributes {

    private final Map<String, Object> attributes = new LinkedHashMap<>();

    Map<String, Object> attributes() {
        return attributes;
    }

    SpanAttributes addStart(@Nullable TracePoint start) {
        if (start == null) {
            attributes.put("profiler.unstarted", true);
        } else if (start.info().get("db") instanceof Map<?, ?> db) {
            addDb(db);
        } else if (start.info().get("request") instanceof Map<?, ?> request) {
            addRequest(request);
        } else if (start.info().get("requests") instanceof Map<?, ?> requests) {
            addRequest(requests);
            put("http.hostname", "server.address", requests.get("hostname"));
            put("http.port", "server.port", requests.get("port"));
        } else if (start.info().get("function") instanceof Map<?, ?> function) {
            put("args", "args", function.get("args"));
            put("kwargs", "kwargs", function.get("kwargs"));
            put("name", "code.function.name", function.get("name"));
        }
        return this;
    }

    private void addDb(Map<?, ?> db) {
        put("db.statement", "db.query.text", db.get("statement"));
        if (db.get("statement") != null) {
            attributes.put("db.operation.name", SpanNames.operation(db));
        }
        if (db.containsKey("params")) {
            attributes.put("db.params", json(db.get("params")));
        }
    }

    private void addRequest(Map<?, ?> request) {
        put("http.path", "url.path", request.get("path"));
        put("http.query", "url.query", request.get("query"));
        put("http.method", "http.request.method", request.get("method"));
        put("http.scheme", "url.scheme", request.get("scheme"));
    }

    SpanAttributes addStop(@Nullable TracePoint stop) {
        if (stop == null) {
            attributes.put("profiler.unfinished", true);
            return this;
        }
        for (String call : new String[] {"db", "function"}) {
            if (stop.info().get(call) instanceof Map<?, ?> members) {
                put("result", "result", members.get("result"));
            }
        }
        if (stop.info().get("requests") instanceof Map<?, ?> requests) {
            put("status_code", "http.response.status_code", requests.get("status_code"));
        }
        if (stop.info().get("request") instanceof Map<?, ?> request) {
            put("http.route", "http.route", request.get("route"));
        }
        if (stop.info().get("response") instanceof Map<?, ?> response) {
            put("http.response.status_code", "http.response.status_code", response.get("status"));
        }
        Object error = stop.errorType();
        if (error != null) {
            attributes.put("error", true);
            attributes.put("error.type", error.toString());
        }
        return this;
    }

    private void put(String osprofilers, String conventional, @Nullable Object value) {
        if (value != null) {
            Object scalar = scalar(value);
            attributes.put(osprofilers, scalar);
            attributes.put(conventional, scalar);
        }
    }

    private static Object scalar(Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof Boolean || value instanceof String ? value : json(value);
    }

    private static String json(@Nullable Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
