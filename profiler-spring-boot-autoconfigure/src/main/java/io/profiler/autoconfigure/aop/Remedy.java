// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.aop;

import io.profiler.trace.jvm.MethodCalls;

/** What to do where a bean cannot be traced as it is. */
final class Remedy {

    private static final String BY_HAND = "put a span into the method itself: profiler.trace(\"name\", () -> …)";

    private Remedy() {}

    /**
     * @param reason as the log says it
     */
    static String of(String reason, String type) {
        return withMethods(of(reason), type);
    }

    /** What the JVM does without a proxy, if it is new enough. */
    static String withMethods(String remedy, String type) {
        return MethodCalls.areTold() ? remedy + ", or set profiler.trace-methods=" + type + "::*" : remedy;
    }

    private static String of(String reason) {
        if (reason.endsWith("is final")) {
            return "take 'final' away (in Kotlin: open, or the compiler's plug-in for Spring), or " + BY_HAND;
        }
        if (reason.contains("is private and has @")) {
            return "let the method be seen by its package, or " + BY_HAND;
        }
        if (reason.startsWith("its field '")) {
            return "make the field private or final, or " + BY_HAND;
        }
        if (reason.startsWith("others may ")) {
            return "mark it with @Traced, if they do not, or " + BY_HAND;
        }
        return reason.equals(BeanDecisions.NOTHING_PUBLIC) ? "make the method public, or " + BY_HAND : BY_HAND;
    }
}
