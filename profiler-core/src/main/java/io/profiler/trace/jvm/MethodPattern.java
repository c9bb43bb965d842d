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
    private static final String ANNOTATION = "@";
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
        boolean isOfAnnotation = type.startsWith(ANNOTATION);
        boolean isAll = method.equals(ALL);
        if (!TYPE.matcher(type).matches()
                || !isAll && (isOfAnnotation || !METHOD.matcher(method).matches())) {
            throw new IllegalArgumentException(text);
        }
        return new MethodPattern(type, isAll ? null : method);
    }

    /**
     * {@return whether something can be the name of a package or a class}
     *
     * @param text what somebody wrote
     */
    public static boolean isOwner(String text) {
        return !text.startsWith(ANNOTATION) && TYPE.matcher(text).matches();
    }

    /** {@return whether it names methods by an annotation, whosever they are} */
    public boolean isOfAnnotation() {
        return type.startsWith(ANNOTATION);
    }

    /**
     * {@return whether all of these are of a package, of those below it, or of a class and those nested in it}
     *
     * @param owner name of the package or class
     */
    public boolean isWithin(String owner) {
        return type.equals(owner) || type.startsWith(owner + '.') || type.startsWith(owner + '$');
    }

    /** As the flight recorder has it, which knows no '*'. */
    String filter() {
        return method == null ? type : type + SEPARATOR + method;
    }

    /**
     * {@return whether a method may be one of these: others may have asked for it} The annotations of one are not known.
     *
     * @param function {@code package.Class.method}
     */
    public boolean mayMatch(String function) {
        int separator = function.lastIndexOf('.');
        boolean isNamed = method == null
                ? function.charAt(separator + 1) != '<'
                : method.length() == function.length() - separator - 1 && function.endsWith(method);
        return isNamed && (isOfAnnotation() || type.length() == separator && function.startsWith(type));
    }
}
