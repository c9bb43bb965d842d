// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Methods by name, of the class that declares them.
 *
 * @param type name of the class, with '$' before a nested one's; or of an annotation of methods or classes, behind '@'
 * @param method name of the method, or {@code <init>}; null for all but constructors
 */
public record MethodPattern(String type, @Nullable String method) {

    private static final String SEPARATOR = "::";
    private static final String ALL = "*";
    private static final String IDENTIFIER = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern TYPE = Pattern.compile("@?" + IDENTIFIER + "(\\." + IDENTIFIER + ")*");
    private static final Pattern METHOD = Pattern.compile(IDENTIFIER + "|<init>");

    /**
     * Reads {@code com.acme.Price::of}, {@code com.acme.Price::*}, which is the same as {@code com.acme.Price}, or {@code @com.acme.Traced}.
     *
     * @param text what somebody wrote
     * @return the pattern
     * @throws IllegalArgumentException if it is none
     */
    public static MethodPattern parse(String text) {
        String stripped = text.strip();
        int separator = stripped.indexOf(SEPARATOR);
        String type = separator < 0 ? stripped : stripped.substring(0, separator);
        String method = separator < 0 ? ALL : stripped.substring(separator + SEPARATOR.length());
        boolean isOfAnnotation = type.startsWith("@");
        boolean isAll = method.equals(ALL);
        if (!TYPE.matcher(type).matches()
                || !isAll && (isOfAnnotation || !METHOD.matcher(method).matches())) {
            throw new IllegalArgumentException(text);
        }
        return new MethodPattern(type, isAll ? null : method);
    }

    /** As the flight recorder has it, which knows no '*'. */
    String filter() {
        return method == null ? type : type + SEPARATOR + method;
    }

    /** Whether a method may be one of these: another recording may have asked for others. The annotations of one are not known. */
    boolean mayMatch(String declaringType, String name) {
        boolean isOfAnnotation = type.startsWith("@");
        boolean isNamed = method == null ? !name.startsWith("<") : method.equals(name);
        return isNamed && (isOfAnnotation || type.equals(declaringType));
    }
}
