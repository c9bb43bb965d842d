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
        @Nullable String sort,
        @Nullable String limit) {

    private static final int DEFAULT_LIMIT = 50;

    /**
     * The query, for one trace more than the limit; for all, if {@link #withErrors()} is still to leave some out.
     *
     * @throws InvalidParameterException if a parameter cannot be read
     */
    TraceQuery query() {
        TraceQuery.Order order = read("sort", sort, QueryText::order);
        int most = most();
        return new TraceQuery(
                Boolean.TRUE.equals(read("failed", failed, QueryParameters::yesOrNo)),
                read("since", since, text -> QueryText.since(text, Instant.now())),
                read("minDuration", minDuration, QueryText::duration),
                read("service", service, Function.identity()),
                read("name", name, Function.identity()),
                order == null ? TraceQuery.Order.STARTED : order,
                most == 0 || withErrors() ? 0 : most + 1);
    }

    /**
     * Whether to leave out traces without a span that ended in an error.
     *
     * @throws InvalidParameterException if the parameter cannot be read
     */
    boolean withErrors() {
        return Boolean.TRUE.equals(read("errors", errors, QueryParameters::yesOrNo));
    }

    /**
     * How many traces at most, 0 for all.
     *
     * @throws InvalidParameterException if it is no such number
     */
    int most() {
        Integer given = read("limit", limit, QueryText::limit);
        return given == null ? DEFAULT_LIMIT : given;
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
