// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Time of requests of which neither a span below nor a phase tells. A request without spans below it is itself the span; where
 * a clock went back in a span below it, it is not known what that one took.
 */
final class TimeInNoSpan implements Detector {

    private static final double LEAST_SHARE = 0.4;
    private static final long LEAST_MICROS = 20_000;

    @Override
    public List<Finding> find(Evidence evidence) {
        Map<ReportSpan, Boolean> told = new IdentityHashMap<>();
        List<PathPart> parts = evidence.parts().stream()
                .filter(part -> !part.explained()
                        && !evidence.explained().contains(part)
                        && told.computeIfAbsent(
                                part.span(), request -> isTold(evidence.report().childrenOf(request))))
                .toList();
        long micros = parts.stream().mapToLong(PathPart::durationMicros).sum();
        if (!evidence.times().isMuch(micros, LEAST_SHARE, LEAST_MICROS)) {
            return List.of();
        }
        List<ReportSpan> requests = PathPart.spans(parts);
        Words words = evidence.amount(micros)
                .and(" in no span")
                .and(requests.size() == 1 ? Words.of(" of ").data(SpanWords.of(requests.get(0))) : Words.of(""))
                .and(mostly(parts, micros, evidence));
        evidence.explained().addParts(parts);
        return List.of(evidence.finding(Rule.NO_SPAN, words, requests, micros));
    }

    private static boolean isTold(List<ReportSpan> below) {
        return !below.isEmpty()
                && below.stream().noneMatch(span -> span.isFinished() && span.finishedMicros() < span.startedMicros());
    }

    /** Where half of it or more is at a stretch. */
    private static Words mostly(List<PathPart> parts, long micros, Evidence evidence) {
        PathPart longest = parts.stream()
                .max(Comparator.comparingLong(PathPart::durationMicros))
                .orElseThrow();
        return longest.durationMicros() >= micros / 2 ? place(longest, evidence.parts()) : Words.of("");
    }

    private static Words place(PathPart part, List<PathPart> path) {
        int index = path.indexOf(part);
        ReportSpan before = neighbour(path, index - 1, part.span());
        ReportSpan after = neighbour(path, index + 1, part.span());
        if (before == null) {
            return after == null
                    ? Words.of("")
                    : Words.of(", most of it before ").data(SpanWords.of(after));
        }
        Words afterIt = Words.of(", most of it after ").data(SpanWords.of(before));
        return after == null ? afterIt : afterIt.and(" and before ").data(SpanWords.of(after));
    }

    /** The span of that part of the path, null if it is the request's own. */
    private static @Nullable ReportSpan neighbour(List<PathPart> path, int index, ReportSpan request) {
        boolean there = index >= 0 && index < path.size() && path.get(index).span() != request;
        return there ? path.get(index).span() : null;
    }
}
