// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import io.profiler.propagation.HeaderVerdict.Reason;

/** Ids that callers think of: stored as often as there are points, in columns that are no wider, and shown everywhere. */
final class TraceIds {

    /** What an SQL store has room for. */
    static final int LONGEST = 255;

    private TraceIds() {}

    /** The verdict, unless it accepts ids that are of no use. */
    static HeaderVerdict checked(HeaderVerdict verdict, int longest) {
        TraceContext context = verdict.context();
        return context == null || isUsable(context.baseId(), longest) && isUsable(context.parentId(), longest)
                ? verdict
                : HeaderVerdict.rejected(Reason.UNUSABLE_ID);
    }

    private static boolean isUsable(String id, int longest) {
        for (int i = 0; i < id.length(); i++) {
            if (i >= longest || Character.isISOControl(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
