// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.internal.BoundedTime;
import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Preparation;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tree: a span, or several that did the same one after the other.
 *
 * @param place where it stands: the first of them, or of those that executed a statement, which is the last of its siblings if
 *     the last of them is
 * @param spans the spans, without those below them, and with the preparations of the statements that they executed
 */
record TreeRow(PlacedSpan place, List<ReportSpan> spans) {

    ReportSpan first() {
        return place.span();
    }

    boolean isFolded() {
        return spans.size() > 1;
    }

    /** How often it was done, whatever was prepared for it. */
    long count() {
        return isPreparing()
                ? spans.stream().filter(span -> !Preparation.is(span)).count()
                : spans.size();
    }

    /** Whether some of them prepared the statement that the others executed. */
    boolean isPreparing() {
        return !Preparation.is(first()) && spans.stream().anyMatch(Preparation::is);
    }

    /** What they add up to. */
    long micros(ToLongFunction<ReportSpan> figure) {
        return spans.stream().mapToLong(figure).reduce(0, BoundedTime::plus);
    }

    long fromMicros() {
        return spans.get(0).startedMicros();
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
