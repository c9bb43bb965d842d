// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.SpanChain.Step;
import io.profiler.trace.SpanCourse.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span that was the current one while somebody looked at the thread, or none.
 *
 * @param steps the spans that the stack would show
 * @param nanos for how long of the look
 */
record Candidate(@Nullable RecordedSpan span, int shape, List<Step> steps, long nanos) {

    /** Numbers of shapes that are none: the thread worked for something else, or in no span. */
    private static final int GONE = -1;

    private static final int BARE = -2;

    boolean isGone() {
        return shape == GONE;
    }

    /** Those of a look; a span that was the current one several times is one. */
    static List<Candidate> of(SpanCourse course, SpanChain chain, long before, long after) {
        Map<Object, Candidate> candidates = new HashMap<>();
        int last = Math.min(course.at(after), chain.size() - 1);
        int first = Math.min(course.at(before), last);
        for (int entry = first; entry <= last; entry++) {
            long from = entry < 0 ? before : Math.max(before, course.nanos(entry));
            long to = entry == last ? after : course.nanos(entry + 1);
            Candidate next = of(course, chain, entry, Math.max(0, to - from));
            candidates.merge(next.key(), next, Candidate::with);
        }
        return new ArrayList<>(candidates.values());
    }

    private static Candidate of(SpanCourse course, SpanChain chain, int entry, long nanos) {
        boolean isGone = entry < 0 || course.way(entry) == Way.GONE;
        RecordedSpan span = entry < 0 ? null : course.span(entry);
        int shape = isGone ? GONE : span == null ? BARE : chain.shape(span);
        return new Candidate(span, shape, isGone ? List.of() : chain.of(entry), nanos);
    }

    private Object key() {
        return span == null ? shape : span;
    }

    /** The steps are the same, but for what an earlier span has to be on the stack by. */
    private Candidate with(Candidate other) {
        return new Candidate(span, shape, other.steps, nanos + other.nanos);
    }
}
