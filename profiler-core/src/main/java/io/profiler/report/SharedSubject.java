// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a span was about, as all spans have it that do the same: without ids in a path, and values in a statement. */
final class SharedSubject {

    private SharedSubject() {}

    /** Null if no event names one. */
    static @Nullable String of(ReportSpan span) {
        String served = SpanSubject.first(span, "request", request -> served(span, request));
        String request = served != null ? served : SpanSubject.first(span, "requests", SharedSubject::sent);
        String call = request != null ? request : SpanSubject.first(span, "function", SpanSubject::function);
        String statement = call != null ? call : SpanSubject.first(span, "db", SharedSubject::statement);
        return statement != null ? statement : SpanSubject.other(span);
    }

    private static @Nullable String served(ReportSpan span, Map<?, ?> request) {
        Object path = request.get("path");
        String route =
                path == null ? null : SpanSubject.first(span, "request", members -> SpanSubject.text(members, "route"));
        return path == null ? null : words(request, route == null ? PathShape.of(path.toString()) : route);
    }

    private static @Nullable String sent(Map<?, ?> request) {
        Object path = request.get("path");
        Object host = request.get("hostname");
        if (host == null) {
            return path == null ? null : words(request, PathShape.of(path.toString()));
        }
        return words(request, SpanSubject.place(request, host) + PathShape.of(Objects.toString(path, "/")));
    }

    private static String words(Map<?, ?> request, String target) {
        return (Objects.toString(request.get("method"), "") + " " + target).strip();
    }

    /** A command of another system than a database of SQL has a grammar of its own. */
    private static @Nullable String statement(Map<?, ?> db) {
        String statement = SpanSubject.text(db, "statement");
        if (statement == null) {
            return null;
        }
        return db.get("system") == null ? StatementShape.of(statement) : CommandPattern.of(statement);
    }
}
