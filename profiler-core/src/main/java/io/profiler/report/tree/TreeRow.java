// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tree: a span, or several that did the same one after the other.
 *
 * @param place where it stands: the first of them, which is the last of its siblings if the last of them is
 * @param spans the spans, without those below them
 */
record TreeRow(PlacedSpan place, List<ReportSpan> spans) {

    ReportSpan first() {
        return place.span();
    }

    boolean isFolded() {
        return spans.size() > 1;
    }

    int count() {
        return spans.size();
    }

    /** What they add up to. */
    long micros(ToLongFunction<ReportSpan> figure) {
        return spans.stream().mapToLong(figure).reduce(0, BoundedTime::plus);
    }

    long fromMicros() {
        return first().startedMicros();
    }

    long toMicros() {
        return spans.get(spans.size() - 1).finishedMicros();
    }

    /** What they were about: of several with different values, without these. */
    @Nullable
    String subject() {
        String subject = first().subject();
        return spans.stream().allMatch(span -> Objects.equals(span.subject(), subject))
                ? subject
                : first().sharedSubject();
    }
}
