// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A phase that takes most of the time of requests, such as the making of the answer. A file that is sent takes the time of
 * whoever loads it, and a request that waits for events may do so as long as it likes.
 */
final class LongPhase implements Detector {

    private static final double LEAST_SHARE = 0.5;
    private static final long LEAST_MICROS = 30_000;
    private static final String FILE = "resource";

    @Override
    public List<Finding> find(Evidence evidence) {
        Map<String, Long> micros = new LinkedHashMap<>();
        for (PathPart part : evidence.parts()) {
            if (isCounted(part, evidence)) {
                micros.merge(part.phase(), part.durationMicros(), Long::sum);
            }
        }
        for (Map.Entry<String, Long> phase : micros.entrySet()) {
            if (evidence.times().isMuch(phase.getValue(), LEAST_SHARE, LEAST_MICROS)) {
                List<PathPart> parts = parts(phase.getKey(), evidence);
                evidence.explained().addParts(parts);
                return List.of(finding(phase.getKey(), phase.getValue(), parts, evidence));
            }
        }
        return List.of();
    }

    private static boolean isCounted(PathPart part, Evidence evidence) {
        return part.phase() != null
                && !part.phase().equals(FILE)
                && !evidence.explained().contains(part)
                && !evidence.lasting().contain(part.span());
    }

    private static List<PathPart> parts(String phase, Evidence evidence) {
        return evidence.parts().stream()
                .filter(part -> phase.equals(part.phase()) && isCounted(part, evidence))
                .toList();
    }

    private static Finding finding(String phase, long micros, List<PathPart> parts, Evidence evidence) {
        Set<ReportSpan> spans = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(part -> spans.add(part.span()));
        ReportSpan first = parts.get(0).span();
        Words where = spans.size() == 1 ? Words.ofData(SpanWords.of(first)) : Words.of(spans.size() + " requests");
        Words words = evidence.amount(micros)
                .and(" in ")
                .data(phase)
                .and(" of ")
                .and(where)
                .and(phase.equals(LastingRequests.WAITING) ? ": work on other threads that no span tells of" : "");
        return evidence.finding(Rule.ONE_PHASE, words, List.copyOf(spans), micros);
    }
}
