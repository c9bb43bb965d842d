// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.PlacedSpan;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spans that failed although nothing above them did, and the request was answered as if nothing had happened: the topmost of those
 * that failed one within another. Not thread-safe.
 */
final class SwallowedSpans {

    /** What is known on the way down: whether a failure was told above, and which one was swallowed. */
    private record Above(boolean told, @Nullable ReportSpan swallowed) {}

    private final Failures failures;
    private final Tries tries;
    private final List<ReportSpan> inReadingOrder = new ArrayList<>();
    private final Map<ReportSpan, ReportSpan> topmost = new IdentityHashMap<>();
    private final Set<ReportSpan> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private SwallowedSpans(Failures failures, Tries tries) {
        this.failures = failures;
        this.tries = tries;
    }

    /** Takes n steps for n spans. */
    static SwallowedSpans of(Report report, Failures failures, Tries tries) {
        SwallowedSpans swallowed = new SwallowedSpans(failures, tries);
        List<Above> path = new ArrayList<>();
        for (PlacedSpan placed : report.depthFirst()) {
            path.subList(placed.depth(), path.size()).clear();
            path.add(swallowed.add(placed.span(), placed.depth() == 0 ? null : path.get(placed.depth() - 1)));
        }
        return swallowed;
    }

    private Above add(ReportSpan span, @Nullable Above above) {
        boolean fault = failures.contain(span);
        boolean isTopmost = fault && above != null && !above.told() && !tries.haveMadeGood(span);
        @Nullable ReportSpan swallowed = isTopmost ? span : above == null ? null : above.swallowed();
        if (isTopmost) {
            inReadingOrder.add(span);
        }
        if (fault && swallowed != null) {
            topmost.put(span, swallowed);
        }
        boolean told = fault || span.error() != null || span.isAnsweredWithError();
        return new Above(told || above != null && above.told(), swallowed);
    }

    /** Leaves it to the caller to tell what a span failed with; whether that was swallowed, there or above, and not told yet. */
    boolean claim(ReportSpan span) {
        ReportSpan swallowed = topmost.get(span);
        return swallowed != null && told.add(swallowed);
    }

    /** Those that nothing has told of. */
    List<ReportSpan> untold() {
        return inReadingOrder.stream().filter(span -> !told.contains(span)).toList();
    }
}
