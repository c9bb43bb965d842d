// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a span was about, in a few words: the request, the function, the statement, the view, the queue or topic, or what
 * an observation calls it.
 */
final class SpanSubject {

    private SpanSubject() {}

    /** The first of them that an event names, null if none does; as it stands in the data. */
    static @Nullable String of(ReportSpan span) {
        String request = request(span);
        if (request != null) {
            return request;
        }
        String function = first(span, "function", SpanSubject::function);
        if (function != null) {
            return function;
        }
        String statement = first(span, "db", SpanSubject::statement);
        return statement != null ? statement : other(span);
    }

    /** What a span was about that is no call. */
    static @Nullable String other(ReportSpan span) {
        String view = first(span, "view", members -> text(members, "name"));
        String destination = view != null ? view : first(span, "messaging", members -> text(members, "destination"));
        return destination != null ? destination : first(span, "observation", members -> text(members, "name"));
    }

    /** The request that a span served or sent, null if it did neither. */
    static @Nullable String request(ReportSpan span) {
        String served = servedRequest(span);
        return served != null ? served : first(span, "requests", SpanSubject::sent);
    }

    /** The request that a span served, null if it served none. */
    static @Nullable String servedRequest(ReportSpan span) {
        return first(span, "request", SpanSubject::served);
    }

    /** Whole name of the function, null if no event names one. */
    static @Nullable String wholeFunction(ReportSpan span) {
        return first(span, "function", function -> text(function, "name"));
    }

    /** Whole text of the statement, null if no event has one. */
    static @Nullable String wholeStatement(ReportSpan span) {
        return first(span, "db", db -> text(db, "statement"));
    }

    static @Nullable String first(ReportSpan span, String member, Function<Map<?, ?>, @Nullable String> words) {
        for (SpanEvent event : span.events()) {
            String found = event.info().get(member) instanceof Map<?, ?> members ? words.apply(members) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String served(Map<?, ?> request) {
        Object path = request.get("path");
        return path == null ? null : words(request, path.toString());
    }

    private static @Nullable String sent(Map<?, ?> request) {
        Object host = request.get("hostname");
        if (host == null) {
            return served(request);
        }
        return words(request, place(request, host) + Objects.toString(request.get("path"), "/"));
    }

    /** The server that a request was sent to. */
    static String place(Map<?, ?> request, Object host) {
        Object port = request.get("port");
        return Objects.toString(request.get("scheme"), "http") + "://" + host + (port == null ? "" : ":" + port);
    }

    private static String words(Map<?, ?> request, String target) {
        String method = Objects.toString(request.get("method"), "");
        String query = Objects.toString(request.get("query"), "");
        return (method + " " + target + (query.isEmpty() ? "" : "?" + query)).strip();
    }

    /** {@code Class.method} of {@code package.Class.method}. */
    static @Nullable String function(Map<?, ?> function) {
        if (!(function.get("name") instanceof String name)) {
            return null;
        }
        int method = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', method - 1) + 1);
    }

    static @Nullable String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }

    private static @Nullable String statement(Map<?, ?> db) {
        return db.get("statement") instanceof String statement
                ? statement
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
