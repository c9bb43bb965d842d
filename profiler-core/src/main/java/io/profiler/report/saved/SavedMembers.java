// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.saved;

import io.profiler.report.InvalidReportException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a saved report, taken for what they should be. */
final class SavedMembers {

    private SavedMembers() {}

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

    static @Nullable String text(Map<?, ?> members, String member) {
        Object value = members.get(member);
        return value == null ? null : value.toString();
    }

    static String textOrEmpty(Map<?, ?> members, String member) {
        String text = text(members, member);
        return text == null ? "" : text;
    }
}
