// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.actuate;

import io.profiler.store.TraceQuery;
import io.profiler.store.internal.QueryText;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list of traces is asked for by, as it came in the URL; empty means the same as missing. */
record QueryParameters(
        @Nullable String since,
        @Nullable String minDuration,
        @Nullable String failed,
        @Nullable String errors,
        @Nullable String service,
        @Nullable String name,
        @Nullable String status,
        @Nullable String sort,
        @Nullable String limit) {

    private static final int DEFAULT_LIMIT = 50;

    /**
     * The query, for one trace more than the list may hold.
     *
     * @param listed how many traces a list may hold
     * @param examined among how many traces they are looked for
     * @throws InvalidParameterException if a parameter cannot be read
     */
    TraceQuery query(int listed, int examined) {
        TraceQuery.Order order = read("sort", sort, QueryText::order);
        return new TraceQuery(
                Boolean.TRUE.equals(read("failed", failed, QueryParameters::yesOrNo)),
                read("since", since, text -> QueryText.since(text, Instant.now())),
                read("minDuration", minDuration, QueryText::duration),
                read("service", service, Function.identity()),
                read("name", name, Function.identity()),
                order == null ? TraceQuery.Order.STARTED : order,
                most(listed) + 1,
                Boolean.TRUE.equals(read("errors", errors, QueryParameters::yesOrNo)),
                examined,
                read("status", status, QueryText::status));
    }

    /**
     * How many traces at most.
     *
     * @param listed how many a list may hold
     * @throws InvalidParameterException if it is no such number
     */
    int most(int listed) {
        Integer given = read("limit", limit, QueryText::limit);
        int wanted = given == null ? DEFAULT_LIMIT : given;
        return wanted == 0 ? listed : Math.min(wanted, listed);
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    private static <T> @Nullable T read(String parameter, @Nullable String text, Function<String, T> reader) {
        try {
            return text == null || text.isEmpty() ? null : reader.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidParameterException(parameter + ": " + malformed.getMessage());
        }
    }
}
