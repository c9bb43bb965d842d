// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import org.jspecify.annotations.Nullable;

/** Whether both sides are about the same, so that their figures tell what became of it. */
final class Likeness {

    private final Side before;
    private final Side after;

    Likeness(Comparison comparison) {
        this.before = comparison.before();
        this.after = comparison.after();
    }

    /** Why the figures tell nothing, null if they do. */
    @Nullable
    String problem() {
        String outcome = outcome();
        return outcome == null && areRequestsOther() ? "the requests differ" : outcome;
    }

    boolean areRequestsOther() {
        return !before.requests().equals(after.requests());
    }

    /** Which traces failed while others did not, null if all did or none. */
    @Nullable
    String outcome() {
        boolean none = before.failed() + after.failed() == 0;
        boolean all = isWholly(before) && isWholly(after);
        if (none || all) {
            return null;
        }
        boolean second = before.failed() == 0 || isWholly(before) && after.failed() > 0;
        return second ? words(after, "second") : words(before, "first");
    }

    private static boolean isWholly(Side side) {
        return side.failed() == side.traces().size();
    }

    private static String words(Side side, String which) {
        String traces = isWholly(side) ? "the " + which + " traces" : "some of the " + which + " traces";
        String subject = side.isSeveral() ? traces : "the " + which;
        String answered = side.isSeveral() ? " were answered" : " was answered";
        return subject + (side.refusals() == null ? " ended" : answered) + " with an error";
    }
}
