// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.mask.SecretMask;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One copy of what an application says of a span: without what is secret, and bounded in depth, in values, and in
 * characters, whatever it was given.
 */
final class InfoCopy {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_VALUES = 1_000;
    private static final int LONGEST_TEXTS = 8;

    private final SecretMask mask;
    private final MemberNames names;
    private final int maxTextLength;
    private int values;
    private long workLeft;

    InfoCopy(SecretMask mask, MemberNames names, int maxTextLength) {
        this.mask = mask;
        this.names = names;
        this.maxTextLength = maxTextLength;
        this.workLeft = LONGEST_TEXTS * (2L * maxTextLength + ValueText.MARGIN);
    }

    Map<String, @Nullable Object> of(Map<?, ? extends @Nullable Object> info) {
        return UnsafeTypes.isPlainCollection(info)
                ? members(info, 0)
                : CurrentRecorder.unrecorded(() -> members(info, 0));
    }

    private Map<String, @Nullable Object> members(Map<?, ? extends @Nullable Object> members, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        try {
            addMembers(copy, members, depth);
        } catch (Throwable unreadable) {
            copy.put("unreadable", unreadable.getClass().getName());
        }
        return copy;
    }

    private void addMembers(Map<String, @Nullable Object> copy, Map<?, ? extends @Nullable Object> members, int depth) {
        for (Map.Entry<?, ? extends @Nullable Object> member : members.entrySet()) {
            if (!countValue()) {
                copy.put(BoundedText.CUT, "more members");
                return;
            }
            MemberName name = name(member.getKey());
            copy.put(name.key(), name.secret() ? SecretMask.MASK : value(member.getValue(), depth + 1));
        }
    }

    private List<@Nullable Object> elements(List<?> elements, int depth) {
        List<@Nullable Object> copy = new ArrayList<>();
        try {
            addElements(copy, elements.iterator(), depth);
        } catch (Throwable unreadable) {
            copy.add("(" + TypeName.of(unreadable) + ")");
        }
        return copy;
    }

    private void addElements(List<@Nullable Object> copy, Iterator<?> elements, int depth) {
        Object before = null;
        while (elements.hasNext()) {
            if (!countValue()) {
                copy.add(BoundedText.CUT);
                return;
            }
            Object element = elements.next();
            copy.add(isSecretOption(before) ? SecretMask.MASK : value(element, depth + 1));
            before = element;
        }
    }

    private boolean isSecretOption(@Nullable Object before) {
        return before instanceof String option && option.startsWith("-") && mask.isSecret(option);
    }

    /** Counts one more; whether there is room for it. */
    private boolean countValue() {
        return ++values <= MAX_VALUES && workLeft > 0;
    }

    private @Nullable Object value(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean || isPlainNumber(value)) {
            return value;
        }
        if (value instanceof String string) {
            return taken(text().masked(string));
        }
        if (value instanceof MaskedText masked) {
            return taken(text().plain(masked.toString()));
        }
        if (depth < MAX_DEPTH && value instanceof Map<?, ?> members && UnsafeTypes.isPlainCollection(value)) {
            return members(members, depth);
        }
        if (depth < MAX_DEPTH && value instanceof List<?> elements && UnsafeTypes.isPlainCollection(value)) {
            return elements(elements, depth);
        }
        return taken(text().value(value));
    }

    private static boolean isPlainNumber(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Float;
    }

    private MemberName name(@Nullable Object key) {
        if (key instanceof String name && name.length() <= room()) {
            workLeft -= name.length() + 1;
            return names.of(name);
        }
        return names.of(taken(key instanceof String name ? text().plain(name) : text().value(key)));
    }

    private ValueText text() {
        return new ValueText(mask, room());
    }

    private int room() {
        return (int) Math.max(0, Math.min(maxTextLength, workLeft));
    }

    private String taken(ValueText text) {
        workLeft -= text.work();
        return text.toString();
    }
}
