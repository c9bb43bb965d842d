// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is slow because it happens for the first time: a servlet that is made ready when the first request looks for its handler,
 * and the first of several that do the same.
 */
final class ColdStart implements Detector {

    private static final double LEAST_SHARE = 0.2;
    private static final long LEAST_MICROS = 20_000;
    private static final String MAPPING = "mapping";

    /** What was answered otherwise was not the same. */
    private record Kind(
            Operation operation, int occasion, @Nullable String status) {}

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Finding> findings = new ArrayList<>(2);
        addMapping(evidence, findings);
        addFirst(evidence, findings);
        return findings;
    }

    private static void addMapping(Evidence evidence, List<Finding> findings) {
        List<PathPart> parts = evidence.parts().stream()
                .filter(part -> MAPPING.equals(part.phase()))
                .toList();
        long micros = parts.stream().mapToLong(PathPart::durationMicros).sum();
        if (evidence.times().isMuch(micros, LEAST_SHARE, LEAST_MICROS)) {
            evidence.explained().addParts(parts);
            List<ReportSpan> spans = PathPart.spans(parts);
            Words words = evidence.amount(micros).and(" until a handler was found: cold start, or a slow look-up");
            findings.add(evidence.finding(Rule.COLD_START, words, spans, micros));
        }
    }

    private static void addFirst(Evidence evidence, List<Finding> findings) {
        groups(evidence).entrySet().stream()
                .map(group -> FirstOfMany.of(group.getKey().operation(), group.getValue(), evidence))
                .filter(first -> first != null && evidence.times().isMuch(first.micros(), LEAST_SHARE, LEAST_MICROS))
                .max(Comparator.comparingLong(FirstOfMany::micros))
                .ifPresent(first -> {
                    evidence.explained().addAll(first.spans());
                    findings.add(finding(first, evidence));
                });
    }

    private static Map<Kind, List<ReportSpan>> groups(Evidence evidence) {
        Map<Kind, List<ReportSpan>> groups = new LinkedHashMap<>();
        SpanKinds kinds = evidence.kinds();
        for (ReportSpan span : evidence.times()
                .onPath(span -> !evidence.explained().contains(span)
                        && !evidence.tries().contain(span))) {
            ReportSpan parent = evidence.times().parent(span);
            Operation operation = kinds.operation(span);
            if (parent == null || !operation.equals(kinds.operation(parent))) {
                groups.computeIfAbsent(
                                new Kind(operation, evidence.occasionNumber(span), span.httpStatus()),
                                key -> new ArrayList<>())
                        .add(span);
            }
        }
        return groups;
    }

    private static Finding finding(FirstOfMany first, Evidence evidence) {
        ReportSpan span = first.spans().get(0);
        int several = first.spans().size();
        Words words = evidence.amount(first.micros())
                .and(several == 1 ? " in the first of " : " in the first " + several + " of ")
                .and(SpanWords.equal(first.count(), first.operation(), noun(span, evidence.kinds())))
                .and(SpanWords.below(first.spans(), evidence.times()))
                .and(others(first))
                .and(": cold start");
        return evidence.finding(Rule.COLD_START, words, first.spans(), first.micros());
    }

    private static String others(FirstOfMany first) {
        String micros = Amount.of(first.othersMicros());
        return first.count() == 2 ? ", the other took " + micros : ", the others took about " + micros + " each";
    }

    private static String noun(ReportSpan span, SpanKinds kinds) {
        if (kinds.isRemote(span)) {
            return "calls ";
        }
        return kinds.isRequest(span) ? "requests " : "";
    }
}
