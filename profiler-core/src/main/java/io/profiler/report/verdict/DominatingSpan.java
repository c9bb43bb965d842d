// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One span that takes most of the time by itself, or a call to another service that does with all that came of it. What
 * stands at the top is what the trace is of, and a function within itself is not one span, so neither counts.
 */
final class DominatingSpan implements Detector {

    private static final int FEWEST_SPANS = 3;
    private static final double LEAST_SHARE = 0.5;
    /** What a job does for most of its time is the job. */
    private static final double LEAST_SHARE_OF_JOB = 0.75;
    /** What a call took is told of by the spans that came of it, unless it is nearly all. */
    private static final double LEAST_SHARE_OF_CALL = 0.7;

    private static final double PEER = 0.5;
    private static final long LEAST_MICROS = 30_000;
    private static final double NEARLY_ALL = 0.75;
    private static final long LEAST_MICROS_OF_NEARLY_ALL = 20_000;

    @Override
    public List<Finding> find(Evidence evidence) {
        if (evidence.report().spans().size() < FEWEST_SPANS) {
            return List.of();
        }
        List<Finding> alone = longest(alone(evidence), least(evidence), evidence);
        return alone.isEmpty() ? longest(calls(evidence), LEAST_SHARE_OF_CALL, evidence) : alone;
    }

    private static double least(Evidence evidence) {
        return evidence.kinds().isJob() ? LEAST_SHARE_OF_JOB : LEAST_SHARE;
    }

    private static List<Finding> longest(Map<ReportSpan, Long> micros, double leastShare, Evidence evidence) {
        return micros.entrySet().stream()
                .filter(entry -> isMuch(entry.getValue(), leastShare, evidence.times()))
                .filter(entry -> !hasPeer(entry.getKey(), evidence))
                .max(Map.Entry.<ReportSpan, Long>comparingByValue()
                        .thenComparing(Comparator.comparingInt(
                                entry -> -evidence.times().number(entry.getKey()))))
                .map(entry -> List.of(finding(entry.getKey(), entry.getValue(), evidence)))
                .orElse(List.of());
    }

    private static boolean isMuch(long micros, double leastShare, PathTimes times) {
        return times.isMuch(micros, leastShare, LEAST_MICROS)
                || times.isMuch(micros, NEARLY_ALL, LEAST_MICROS_OF_NEARLY_ALL);
    }

    /** What spans took themselves. */
    private static Map<ReportSpan, Long> alone(Evidence evidence) {
        Map<ReportSpan, Long> micros = new IdentityHashMap<>();
        for (PathPart part : evidence.parts()) {
            if (!evidence.explained().contains(part) && part.phase() == null && isOneOfMany(part.span(), evidence)) {
                micros.merge(part.span(), part.durationMicros(), Long::sum);
            }
        }
        return micros;
    }

    /** What calls took with all that came of them, less what is explained. */
    private static Map<ReportSpan, Long> calls(Evidence evidence) {
        UnexplainedTimes unexplained = new UnexplainedTimes(evidence);
        Map<ReportSpan, Long> micros = new IdentityHashMap<>();
        evidence.times()
                .onPath(span -> evidence.kinds().isRemote(span) && isOneOfMany(span, evidence))
                .forEach(span -> micros.put(span, unexplained.within(span)));
        return micros;
    }

    private static boolean isOneOfMany(ReportSpan span, Evidence evidence) {
        ReportSpan parent = evidence.times().parent(span);
        Operation operation = evidence.kinds().operation(span);
        return parent != null && !operation.equals(evidence.kinds().operation(parent));
    }

    /** Whether the end would have waited nearly as long without it, for what went on beside it. */
    private static boolean hasPeer(ReportSpan span, Evidence evidence) {
        ReportSpan parent = evidence.times().parent(span);
        SpanExtents extents = evidence.extents();
        long from = extents.fromMicros(span);
        long to = extents.toMicros(span);
        long others = (parent == null
                        ? List.<ReportSpan>of()
                        : evidence.report().childrenOf(parent))
                .stream()
                        .filter(sibling -> sibling != span && extents.fromMicros(sibling) < to)
                        .mapToLong(extents::toMicros)
                        .max()
                        .orElse(from);
        return to - Math.max(from, others) < PEER * (to - from);
    }

    private static Finding finding(ReportSpan span, long micros, Evidence evidence) {
        evidence.explained().addAll(List.of(span));
        boolean itself = evidence.kinds().isCode(span)
                && !evidence.report().childrenOf(span).isEmpty();
        Words where = Words.of("").data(SpanWords.of(span));
        Words words = itself
                ? Words.of(" in ").and(where).and(" itself, outside of the spans below it")
                : Words.of(" in one " + kind(span, evidence) + " ").and(where).and(below(span, evidence));
        return evidence.finding(Rule.ONE_SPAN, evidence.amount(micros).and(words), List.of(span), micros);
    }

    private static Words below(ReportSpan span, Evidence evidence) {
        return SpanWords.below(List.of(span), evidence.times());
    }

    private static String kind(ReportSpan span, Evidence evidence) {
        if (evidence.kinds().isCode(span)) {
            return "span";
        }
        return evidence.kinds().isRemote(span) ? "call" : "statement";
    }
}
