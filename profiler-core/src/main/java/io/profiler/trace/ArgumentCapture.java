// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of an application's values gets into a trace, and in which form: bounded, with secrets left out, and turned
 * into text at once where they may change later. Never throws. Thread-safe.
 */
public final class ArgumentCapture {

    /** Parts of names whose values are not shown, unless the user says otherwise. */
    public static final List<String> DEFAULT_SECRET_NAMES = List.of(
            "password",
            "passwd",
            "pwd",
            "secret",
            "token",
            "credential",
            "authorization",
            "cookie",
            "apikey",
            "hmac",
            "signature",
            "privatekey");

    /** Longest text of one value unless the user says otherwise, in characters. */
    public static final int DEFAULT_MAX_TEXT_LENGTH = 2048;

    /** What {@link Profiler#start(String)} passes: there is one such map. */
    private static final Map<String, ?> NOTHING = Map.of();

    private final boolean enabled;
    private final SecretNames secretNames;
    private final int maxTextLength;

    private ArgumentCapture(boolean enabled, SecretNames secretNames, int maxTextLength) {
        this.enabled = enabled;
        this.secretNames = secretNames;
        this.maxTextLength = maxTextLength;
    }

    /** Arguments stay out of traces, and all bounds are the defaults. */
    public static ArgumentCapture disabled() {
        return disabled(DEFAULT_SECRET_NAMES, DEFAULT_MAX_TEXT_LENGTH);
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
        ValueText text = text().plain("(");
        for (int i = 0; i < values.length && !text.isFull(); i++) {
            text.plain(i == 0 ? "" : ", ");
            addArgument(text, names == null ? null : names[i], values[i]);
        }
        return text.plain(")").toString();
    }

    private void addArgument(ValueText text, @Nullable String name, @Nullable Object value) {
        if (name == null) {
            text.plain(TypeName.of(value));
        } else if (secretNames.contains(name)) {
            text.plain(SecretNames.MASK);
        } else {
            text.value(value);
        }
    }

    /** What a method returned, as OSprofiler names it. */
    Map<String, @Nullable Object> result(@Nullable Object result) {
        return Map.of("function", Map.of("result", text().value(result).toString()));
    }

    /** Type and message of an error, as OSprofiler names them. */
    Map<String, @Nullable Object> describe(Throwable error) {
        Map<String, @Nullable Object> info = new LinkedHashMap<>(4);
        info.put("etype", error.getClass().getName());
        info.put("message", message(error));
        return info;
    }

    private @Nullable String message(Throwable error) {
        try {
            String message = error.getMessage();
            return message == null ? null : text().masked(message).toString();
        } catch (Throwable unreadable) {
            return "(" + TypeName.of(unreadable) + " in getMessage)";
        }
    }

    /** A copy that nobody changes any more, of types that every store can write; empty if there is nothing to say. */
    Map<String, @Nullable Object> copy(@Nullable Map<String, ? extends @Nullable Object> info) {
        return info == null || info == NOTHING ? Map.of() : new InfoCopy(secretNames, maxTextLength).of(info);
    }

    private ValueText text() {
        return new ValueText(secretNames, maxTextLength);
    }

    /** A query string with the values of secret names masked, as in {@code token=***}. */
    public String withoutSecrets(String query) {
        String masked =
                Arrays.stream(query.split("&", -1)).map(this::withoutSecret).collect(Collectors.joining("&"));
        return text().plain(masked).toString();
    }

    private String withoutSecret(String parameter) {
        String name = parameter.split("=", 2)[0];
        return name.length() < parameter.length() && secretNames.contains(decoded(name))
                ? name + "=" + SecretNames.MASK
                : parameter;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
