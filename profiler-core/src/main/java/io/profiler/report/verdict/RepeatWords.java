// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

/** Says what repeats itself, and what that comes to. */
final class RepeatWords {

    private RepeatWords() {}

    static String noun(RepeatedCalls.Kind kind) {
        if (kind.message()) {
            return "messages ";
        }
        return kind.remote() ? "calls " : "";
    }

    static String conclusion(RepeatedCalls.Kind kind) {
        if (kind.message() || SpanWords.writes(kind.operation())) {
            return ", each by itself and not in a batch";
        }
        if (kind.remote()) {
            return ", one after another: N+1";
        }
        return kind.operation().what() == null ? ", each by itself" : ": N+1";
    }
}
