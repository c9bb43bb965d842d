// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests that nobody asked to profile, and why there is a trace of them all the same. */
final class KeptUnasked implements Detector {

    private static final String SLOW = "slow";
    private static final String FAILED = "failed";
    private static final String SAMPLED = "sampled";

    @Override
    public List<Finding> find(Evidence evidence) {
        List<ReportSpan> kept = new ArrayList<>();
        evidence.report().depthFirst().forEach(placed -> {
            if (!because(placed.span()).isEmpty()) {
                kept.add(placed.span());
            }
        });
        return kept.isEmpty() ? List.of() : List.of(evidence.finding(Rule.UNASKED, words(kept), kept, 0));
    }

    private static Words words(List<ReportSpan> kept) {
        return Words.of("Nobody asked for this trace: ")
                .data(SpanWords.of(kept.get(0)))
                .and(" was kept because ")
                .and(because(kept.get(0)));
    }

    /** Empty if somebody asked for it, or a later version says something else. */
    private static String because(ReportSpan span) {
        return span.events().stream()
                .filter(SpanEvent::isStop)
                .map(event -> inWords(event.info().get("kept")))
                .collect(Collectors.joining());
    }

    private static String inWords(@Nullable Object kept) {
        if (SLOW.equals(kept)) {
            return "it was slow";
        }
        if (FAILED.equals(kept)) {
            return "it failed";
        }
        return SAMPLED.equals(kept) ? "a few of each route are" : "";
    }
}
