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
 * What is slow because it happens for the first time: the servlet that is made ready by its first request, and the first of
 * several that do the same, if it takes many times as long as each of the others.
 */
final class ColdStart implements Detector {

    private static final double LEAST_SHARE = 0.2;
    private static final long LEAST_MICROS = 20_000;
    private static final int FEWEST = 3;
    /** Of few statements one may take long for what it asks. */
    private static final int FEWEST_STATEMENTS = 6;

    private static final int TIMES_THE_MEDIAN = 5;
    private static final int TIMES_THE_NEXT = 3;
    private static final String MAPPING = "mapping";

    private record Kind(Operation operation, int occasion) {}

    private record First(ReportSpan span, int count, Operation operation, long medianMicros) {}

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Finding> findings = new ArrayList<>(2);
        addServlet(evidence, findings);
        addFirst(evidence, findings);
        return findings;
    }

    private static void addServlet(Evidence evidence, List<Finding> findings) {
        List<PathPart> parts = evidence.parts().stream()
                .filter(part -> MAPPING.equals(part.phase()))
                .toList();
        long micros = parts.stream().mapToLong(PathPart::durationMicros).sum();
        if (evidence.times().isMuch(micros, LEAST_SHARE, LEAST_MICROS)) {
            evidence.explained().addParts(parts);
            List<ReportSpan> spans = PathPart.spans(parts);
            Words words = evidence.amount(micros).and(" until the servlet was ready: cold start");
            findings.add(evidence.finding(Rule.COLD_START, words, spans, micros));
        }
    }

    private static void addFirst(Evidence evidence, List<Finding> findings) {
        PathTimes times = evidence.times();
        groups(evidence).entrySet().stream()
                .map(group -> first(group.getKey().operation(), group.getValue(), times))
                .filter(first -> first != null && isCold(first, times))
                .max(Comparator.comparingLong(first -> times.withinMicros(first.span())))
                .ifPresent(first -> {
                    evidence.explained().addAll(List.of(first.span()));
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
                groups.computeIfAbsent(new Kind(operation, evidence.occasionNumber(span)), key -> new ArrayList<>())
                        .add(span);
            }
        }
        groups.values().removeIf(spans -> spans.size() < (kinds.isDatabase(spans.get(0)) ? FEWEST_STATEMENTS : FEWEST));
        return groups;
    }

    private static @Nullable First first(Operation operation, List<ReportSpan> spans, PathTimes times) {
        List<ReportSpan> inTime = spans.stream()
                .sorted(Comparator.comparingLong(ReportSpan::startedMicros))
                .toList();
        long[] others =
                inTime.stream().skip(1).mapToLong(times::withinMicros).sorted().toArray();
        long median = others[others.length / 2];
        long first = times.withinMicros(inTime.get(0));
        boolean stands = first / TIMES_THE_MEDIAN >= median && first / TIMES_THE_NEXT >= others[others.length - 1];
        return stands ? new First(inTime.get(0), spans.size(), operation, median) : null;
    }

    private static boolean isCold(First first, PathTimes times) {
        return times.isMuch(times.withinMicros(first.span()), LEAST_SHARE, LEAST_MICROS);
    }

    private static Finding finding(First first, Evidence evidence) {
        long micros = evidence.times().withinMicros(first.span());
        Words words = evidence.amount(micros)
                .and(" in the first of ")
                .and(SpanWords.equal(first.count(), first.operation(), noun(first.span(), evidence.kinds())))
                .and(SpanWords.below(List.of(first.span()), evidence.times()))
                .and(", the others took about " + Amount.of(first.medianMicros()) + " each: cold start");
        return evidence.finding(Rule.COLD_START, words, List.of(first.span()), micros);
    }

    private static String noun(ReportSpan span, SpanKinds kinds) {
        if (kinds.isRemote(span)) {
            return "calls ";
        }
        return kinds.isRequest(span) ? "requests " : "";
    }
}
