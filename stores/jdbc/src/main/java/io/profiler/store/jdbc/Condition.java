// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The end of a {@code WHERE} clause, which follows others there.
 *
 * @param sql begins with {@code AND}, or is empty
 * @param values those of its question marks
 */
record Condition(String sql, List<Object> values) {

    static final Condition NONE = new Condition("", List.of());

    static Condition of(String sql, Object... values) {
        return new Condition(" AND " + sql, Arrays.asList(values));
    }

    /** That a column has one of some values, or none of them: {@code base_id IN}. */
    static Condition ofList(String sql, Collection<?> values) {
        return ofList(sql, "?", values);
    }

    /**
     * The same.
     *
     * @param mark what is made of each value, which is a question mark in it
     */
    static Condition ofList(String sql, String mark, Collection<?> values) {
        String marks = String.join(", ", Collections.nCopies(values.size(), mark));
        return new Condition(" AND " + sql + " (" + marks + ")", List.<Object>copyOf(values));
    }

    Condition and(String more, Object... others) {
        return and(of(more, others));
    }

    Condition and(Condition other) {
        return new Condition(
                sql + other.sql,
                Stream.concat(values.stream(), other.values.stream()).toList());
    }

    Object[] parameters() {
        return values.toArray();
    }
}
