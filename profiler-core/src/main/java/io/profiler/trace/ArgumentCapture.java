// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of an application's values gets into a trace, and in which form: bounded, with secrets left out, and turned
 * into text at once where they may change later. Never throws. Thread-safe.
 */
public final class ArgumentCapture {

    private static final int DEFAULT_MAX_TEXT_LENGTH = 2048;

    private static final int MAX_DEPTH = 16;

    private final boolean enabled;
    private final SecretNames secretNames;
    private final ValueText text;

    private ArgumentCapture(boolean enabled, SecretNames secretNames, int maxTextLength) {
        this.enabled = enabled;
        this.secretNames = secretNames;
        this.text = new ValueText(secretNames, maxTextLength);
    }

    /** Arguments stay out of traces, and all bounds are the defaults. */
    public static ArgumentCapture disabled() {
        return disabled(SecretNames.DEFAULTS, DEFAULT_MAX_TEXT_LENGTH);
    }

    /**
     * Arguments stay out of traces.
     *
     * @param secretNames parts of the names whose values are not shown, whatever their case
     * @param maxTextLength longest text of one value, in characters
     */
    public static ArgumentCapture disabled(List<String> secretNames, int maxTextLength) {
        return new ArgumentCapture(false, new SecretNames(secretNames), maxTextLength);
    }

    /**
     * Arguments are shown.
     *
     * @param secretNames parts of the names whose values are not shown, whatever their case
     * @param maxTextLength longest text of one value, in characters
     */
    public static ArgumentCapture enabled(List<String> secretNames, int maxTextLength) {
        return new ArgumentCapture(true, new SecretNames(secretNames), maxTextLength);
    }

    boolean isEnabled() {
        return enabled;
    }

    /**
     * All arguments as one text, as OSprofiler shows them: {@code (1, 'two', None)} becomes {@code (1, "two", null)}.
     *
     * @param names names of the parameters; where they are not known, only the types of the values are shown
     */
    String arguments(String @Nullable [] names, @Nullable Object[] values) {
        List<String> texts = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            texts.add(argument(names == null ? null : names[i], values[i]));
        }
        return text.bounded("(" + String.join(", ", texts) + ")");
    }

    private String argument(@Nullable String name, @Nullable Object value) {
        if (name == null) {
            return value == null ? "null" : value.getClass().getSimpleName();
        }
        return secretNames.contains(name) ? SecretNames.MASK : text.of(value);
    }

    String result(@Nullable Object result) {
        return text.of(result);
    }

    /** Type and message of an error, as OSprofiler names them. */
    Map<String, @Nullable Object> describe(Throwable error) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>(4);
        info.put("etype", error.getClass().getName());
        info.put("message", text.ofMessage(error));
        return info;
    }

    /** A copy that nobody changes any more, of types that every store can write. */
    Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> info) {
        try {
            return info.isEmpty() ? Map.of() : copy(info, 0);
        } catch (RuntimeException unreadable) {
            return Map.of("unreadable", unreadable.getClass().getName());
        }
    }

    /** The text with what it assigns to secret names masked, as in {@code token=***}. */
    public String withoutSecrets(String assignments) {
        return secretNames.mask(text.bounded(assignments));
    }

    private Map<String, @Nullable Object> copy(Map<?, ? extends @Nullable Object> members, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        members.forEach((key, value) -> copy.put(key(key), copyValue(value, depth + 1)));
        return copy;
    }

    /** BSON ends a name at the first NUL. */
    private String key(@Nullable Object key) {
        return text.bounded(String.valueOf(key)).replace('\0', '\ufffd');
    }

    private @Nullable Object copyValue(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean || isPlainNumber(value)) {
            return value;
        }
        if (value instanceof String string) {
            return text.bounded(string);
        }
        if (value instanceof Map<?, ?> members && depth < MAX_DEPTH) {
            return copy(members, depth);
        }
        if (value instanceof List<?> elements && depth < MAX_DEPTH) {
            return elements.stream()
                    .map(element -> copyValue(element, depth + 1))
                    .toList();
        }
        return text.of(value);
    }

    private static boolean isPlainNumber(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Double || value instanceof Float;
    }
}
