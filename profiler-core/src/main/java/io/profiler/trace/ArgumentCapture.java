// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        return info.isEmpty() ? Map.of() : new InfoCopy(text).of(info);
    }

    /** A query string with the values of secret names masked, as in {@code token=***}. */
    public String withoutSecrets(String query) {
        return text.bounded(
                Arrays.stream(query.split("&", -1)).map(this::withoutSecret).collect(Collectors.joining("&")));
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
