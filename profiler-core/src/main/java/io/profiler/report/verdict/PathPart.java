// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the critical path in which one thing was going on. Equal only to itself.
 *
 * @param span the span
 * @param phase what the request of that span went through, null if it does not tell
 * @param explained whether it is known what was going on: in a request it is not, where no phase is told
 */
record PathPart(ReportSpan span, @Nullable String phase, boolean explained, long fromMicros, long toMicros) {

    /** The spans of parts, each once. */
    static List<ReportSpan> spans(List<PathPart> parts) {
        Set<ReportSpan> known = Collections.newSetFromMap(new IdentityHashMap<>());
        return parts.stream().map(PathPart::span).filter(known::add).toList();
    }

    long durationMicros() {
        return BoundedTime.minus(toMicros, fromMicros);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
