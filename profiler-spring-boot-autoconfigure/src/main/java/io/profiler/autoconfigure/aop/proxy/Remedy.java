// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop.proxy;

import io.profiler.trace.jvm.MethodCalls;

/** What to do where a bean cannot be traced as it is. */
public enum Remedy {
    NOT_FINAL("take 'final' away (in Kotlin: open, or the compiler's plug-in for Spring), or "),
    SEEN_BY_PACKAGE("let the method be seen by its package, or "),
    CONSTANT_FIELD("make the field private or final, or "),
    MARKED("mark it with @Traced, if they do not, or "),
    PUBLIC("make the method public, or "),
    BY_HAND("");

    private final String words;

    Remedy(String first) {
        this.words = first + "put a span into the method itself: profiler.trace(\"name\", () -> …)";
    }

    public String forType(String type) {
        return withMethods(words, type);
    }

    /** What the JVM does without a proxy, if it is new enough. */
    public static String withMethods(String remedy, String type) {
        return MethodCalls.areTold() ? remedy + ", or set profiler.trace-methods=" + type + "::*" : remedy;
    }
}
