// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * A bounded text of any value. Asks a value for its text only if that can neither load, nor read, nor block: of
 * anything else it shows the type.
 */
final class ValueText {

    private static final int MAX_ELEMENTS = 20;
    private static final int MAX_DEPTH = 4;
    static final String CUT = "…";
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final SecretNames secretNames;
    private final int maxLength;

    ValueText(SecretNames secretNames, int maxLength) {
        this.secretNames = secretNames;
        this.maxLength = maxLength;
    }

    String of(@Nullable Object value) {
        return bounded(safely(value, 0));
    }

    @Nullable
    String ofMessage(Throwable error) {
        try {
            String message = error.getMessage();
            return message == null ? null : bounded(secretNames.mask(cut(message)));
        } catch (RuntimeException | StackOverflowError unreadable) {
            return "(" + unreadable.getClass().getSimpleName() + " in getMessage)";
        }
    }

    /** Cut to the longest length, and without halves of surrogate pairs, which UTF-8 has no form for. */
    String bounded(String text) {
        String bounded = text.length() <= maxLength ? text : cut(text) + CUT;
        return LONE_SURROGATE.matcher(bounded).replaceAll("\ufffd");
    }

    private String cut(String text) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
        return text.substring(0, end);
    }

    private String safely(@Nullable Object value, int depth) {
        try {
            return render(value, depth);
        } catch (RuntimeException | StackOverflowError | LinkageError unreadable) {
            return "(" + unreadable.getClass().getSimpleName() + " in " + type(value) + ")";
        }
    }

    private String render(@Nullable Object value, int depth) {
        if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Enum<?>) {
            return String.valueOf(value);
        }
        if (value instanceof String || value instanceof StringBuilder) {
            return '"' + cut(value.toString()) + '"';
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> "Optional[" + safely(present, depth + 1) + "]")
                    .orElse("Optional.empty");
        }
        if (depth >= MAX_DEPTH || isUnsafe(value)) {
            return type(value);
        }
        if (value instanceof Collection<?> elements) {
            return elements(elements.iterator(), elements.size(), depth);
        }
        if (value instanceof Map<?, ?> members) {
            return members(members, depth);
        }
        return value.getClass().isArray() ? array(value, depth) : secretNames.mask(cut(value.toString()));
    }

    private String elements(Iterator<?> elements, int size, int depth) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int shown = 0; shown < MAX_ELEMENTS && elements.hasNext(); shown++) {
            text.add(safely(elements.next(), depth + 1));
        }
        return size > MAX_ELEMENTS
                ? text.add(CUT + (size - MAX_ELEMENTS) + " more").toString()
                : text.toString();
    }

    private String members(Map<?, ?> members, int depth) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        Iterator<? extends Map.Entry<?, ?>> entries = members.entrySet().iterator();
        for (int shown = 0; shown < MAX_ELEMENTS && entries.hasNext(); shown++) {
            Map.Entry<?, ?> entry = entries.next();
            String key = safely(entry.getKey(), depth + 1);
            text.add(key + ": " + (secretNames.contains(key) ? SecretNames.MASK : safely(entry.getValue(), depth + 1)));
        }
        return members.size() > MAX_ELEMENTS ? text.add(CUT).toString() : text.toString();
    }

    private String array(Object array, int depth) {
        int length = Array.getLength(array);
        if (array.getClass().getComponentType().isPrimitive()) {
            return array.getClass().getComponentType() + "[" + length + "]";
        }
        return elements(java.util.Arrays.asList((Object[]) array).iterator(), length, depth);
    }

    private static boolean isUnsafe(Object value) {
        Class<?> type = value.getClass();
        if (value instanceof Collection || value instanceof Map) {
            return !UnsafeTypes.isPlainCollection(value);
        }
        return value instanceof AutoCloseable
                || value instanceof BaseStream
                || value instanceof Future
                || value instanceof Iterator
                || value instanceof Thread
                || value instanceof ClassLoader
                || Proxy.isProxyClass(type)
                || type.getName().contains("$$")
                || type.isHidden()
                || UnsafeTypes.contains(type);
    }

    private static String type(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getSimpleName();
    }
}
