// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

/** Says what repeats itself, and what that comes to. */
final class RepeatWords {

    private RepeatWords() {}

    static String noun(RepeatGroup.Kind kind) {
        if (kind.message()) {
            return "messages ";
        }
        return kind.remote() ? "calls " : "";
    }

    /** Where something is changed, that much is sure: that it could be asked for at once is not. */
    static String conclusion(RepeatGroup.Kind kind) {
        if (isRead(kind)) {
            return kind.remote() ? ", one after another: N+1" : ": N+1";
        }
        if (kind.operation().what() == null) {
            return ", each by itself";
        }
        return kind.remote() && !kind.message() ? ", one after another" : ", each by itself and not in a batch";
    }

    /** How long it goes on, where that is more than the calls take; what is changed takes as long in a batch. */
    static String stretch(RepeatGroup group, Evidence evidence) {
        return isRead(group.kind()) ? RepeatStretch.words(group.spans(), evidence.explained()::contains, evidence) : "";
    }

    static Rule rule(RepeatGroup.Kind kind) {
        return isRead(kind) ? Rule.REPEATS : Rule.ONE_BY_ONE;
    }

    private static boolean isRead(RepeatGroup.Kind kind) {
        String what = kind.operation().what();
        return !kind.message() && (kind.remote() || what != null) && (what == null || !SpanWords.changes(what));
    }
}
