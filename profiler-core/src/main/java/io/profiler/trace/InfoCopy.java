// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One copy of what an application says of a span: bounded in depth and in all, whatever it was given. */
final class InfoCopy {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_VALUES = 1_000;

    private final ValueText text;
    private int values;

    InfoCopy(ValueText text) {
        this.text = text;
    }

    Map<String, @Nullable Object> of(Map<?, ? extends @Nullable Object> info) {
        try {
            return members(info, 0);
        } catch (RuntimeException | StackOverflowError | LinkageError unreadable) {
            return Map.of("unreadable", unreadable.getClass().getName());
        }
    }

    private Map<String, @Nullable Object> members(Map<?, ? extends @Nullable Object> members, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ? extends @Nullable Object> member : members.entrySet()) {
            if (isExhausted()) {
                copy.put(ValueText.CUT, "more members");
                break;
            }
            copy.put(key(member.getKey()), value(member.getValue(), depth + 1));
        }
        return copy;
    }

    private List<@Nullable Object> elements(List<?> elements, int depth) {
        List<@Nullable Object> copy = new ArrayList<>();
        Iterator<?> rest = elements.iterator();
        while (rest.hasNext() && !isExhausted()) {
            copy.add(value(rest.next(), depth + 1));
        }
        if (rest.hasNext()) {
            copy.add(ValueText.CUT);
        }
        return copy;
    }

    private boolean isExhausted() {
        return ++values > MAX_VALUES;
    }

    private @Nullable Object value(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean || isPlainNumber(value)) {
            return value;
        }
        if (value instanceof String string) {
            return text.bounded(string);
        }
        if (depth < MAX_DEPTH && value instanceof Map<?, ?> members && UnsafeTypes.isPlainCollection(value)) {
            return members(members, depth);
        }
        if (depth < MAX_DEPTH && value instanceof List<?> elements && UnsafeTypes.isPlainCollection(value)) {
            return elements(elements, depth);
        }
        return text.of(value);
    }

    private static boolean isPlainNumber(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Float;
    }

    /** BSON ends a name at the first NUL. */
    private String key(@Nullable Object key) {
        return text.bounded(String.valueOf(key)).replace('\0', '\ufffd');
    }
}
