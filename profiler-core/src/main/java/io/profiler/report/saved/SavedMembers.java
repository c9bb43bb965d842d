// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.saved;

import io.profiler.report.InvalidReportException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a saved report, taken for what they should be. */
final class SavedMembers {

    /** About half of what Python's json module reads. */
    private static final int DEEPEST_VALUE = 500;

    private SavedMembers() {}

    /**
     * Whoever looks at a value may go down into it.
     *
     * @throws InvalidReportException if one is nested too deep for that
     */
    static void requireShallow(Map<?, ?> members, String what) {
        if (isDeeper(members, DEEPEST_VALUE)) {
            throw new InvalidReportException(
                    "its JSON is not a report: in " + what + " a value is nested more than " + DEEPEST_VALUE + " deep");
        }
    }

    private static boolean isDeeper(@Nullable Object value, int levels) {
        Collection<?> below =
                value instanceof Map<?, ?> map ? map.values() : value instanceof List<?> list ? list : List.of();
        return levels == 0 ? !below.isEmpty() : below.stream().anyMatch(each -> isDeeper(each, levels - 1));
    }

    /** @throws InvalidReportException if the member is not an object */
    static Map<?, ?> object(Map<?, ?> members, String member) {
        return asObject(members.get(member), "'" + member + "'");
    }

    /**
     * An empty one if the member is missing or null.
     *
     * @throws InvalidReportException if it is something else
     */
    static Map<?, ?> objectIfAny(Map<?, ?> members, String member) {
        return members.get(member) == null ? Map.of() : object(members, member);
    }

    /** @throws InvalidReportException if the value, called {@code what}, is not an object */
    static Map<?, ?> asObject(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidReportException("its JSON is not a report: " + what + " is not an object");
    }

    /** @throws InvalidReportException if the member is not a list */
    static List<?> list(Map<?, ?> members, String member) {
        if (members.get(member) instanceof List<?> list) {
            return list;
        }
        throw new InvalidReportException("its JSON is not a report: '" + member + "' is not a list");
    }

    /** The number cut to a whole one, 0 if the member is not a number. */
    static long wholeNumber(Map<?, ?> members, String member) {
        return members.get(member) instanceof Number number ? number.longValue() : 0;
    }

    /** @throws InvalidReportException if the member is an object or a list */
    static @Nullable String text(Map<?, ?> members, String member) {
        Object value = members.get(member);
        if (value instanceof Map || value instanceof List) {
            throw new InvalidReportException("its JSON is not a report: '" + member + "' is not a text");
        }
        return value == null ? null : value.toString();
    }

    static String textOrEmpty(Map<?, ?> members, String member) {
        String text = text(members, member);
        return text == null ? "" : text;
    }
}
