// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import java.util.concurrent.TimeUnit;

/** A method of {@link KnownPart}, and what is known of it. */
enum KnownMethod {
    WORDS("Words.work", "maps and texts, in many calls", "controller", 25),
    SORT("Sort.work", "sorts an array", "service", 15),
    WALK("Walk.work", "calls itself", "message_store", 15),
    LOOP("Loop.work", "a long loop without calls", "management_store", 15),
    DIGEST("Digest.work", "a loop that calls the next, and does a third of the work", "service", 10),
    MIX("Digest.mix", "so short that it becomes a part of its caller", "service", 20);

    private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final double PERCENT = 100;

    private final String method;
    private final String what;
    private final String span;
    private final int percent;

    KnownMethod(String method, String what, String span, int percent) {
        this.method = method;
        this.what = what;
        this.span = span;
        this.percent = percent;
    }

    /** Its class in {@link KnownPart}, and its name. */
    String method() {
        return method;
    }

    String what() {
        return what;
    }

    /** Name of the span that it works in. */
    String span() {
        return span;
    }

    /** How long it works in a round. */
    long nanosOfRound() {
        return (long) (ROUND_NANOS / PERCENT * percent);
    }
}
