// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Time of requests of which neither a span below nor a phase tells. A request without spans below it is itself the span; where
 * a clock went back in a span below it, it is not known what that one took.
 */
final class TimeInNoSpan implements Detector {

    private static final double LEAST_SHARE = 0.4;
    private static final double NEARLY_ALL = 0.8;
    private static final long LEAST_MICROS = 20_000;
    /** Between what spans tell of there is some code. */
    private static final long LEAST_MICROS_OF_MANY = 50_000;

    @Override
    public List<Finding> find(Evidence evidence) {
        Map<ReportSpan, Boolean> told = new IdentityHashMap<>();
        List<PathPart> parts = evidence.parts().stream()
                .filter(part -> !part.explained()
                        && !evidence.explained().contains(part)
                        && !evidence.lasting().contain(part.span())
                        && told.computeIfAbsent(
                                part.span(), request -> isTold(evidence.report().childrenOf(request))))
                .toList();
        long micros = parts.stream().mapToLong(PathPart::durationMicros).sum();
        long least = isMostlyOne(parts, micros) ? LEAST_MICROS : LEAST_MICROS_OF_MANY;
        if (!evidence.times().isMuch(micros, LEAST_SHARE, least)) {
            return List.of();
        }
        List<ReportSpan> requests = PathPart.spans(parts);
        Words words = evidence.amount(micros)
                .and(" in no span")
                .and(mainly(parts, micros)
                        .map(request -> Words.of(" of ").data(SpanWords.of(request)))
                        .orElse(Words.NONE))
                .and(mostly(parts, micros, evidence));
        evidence.explained().addParts(parts);
        return List.of(evidence.finding(Rule.NO_SPAN, words, requests, micros));
    }

    /** The request that nearly all of it is in. */
    private static Optional<ReportSpan> mainly(List<PathPart> parts, long micros) {
        Map<ReportSpan, Long> byRequest = new IdentityHashMap<>();
        parts.forEach(part -> byRequest.merge(part.span(), part.durationMicros(), Long::sum));
        return byRequest.entrySet().stream()
                .filter(request -> request.getValue() >= NEARLY_ALL * micros)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isTold(List<ReportSpan> below) {
        return !below.isEmpty()
                && below.stream().noneMatch(span -> span.isFinished() && span.finishedMicros() < span.startedMicros());
    }

    /** Whether half of it or more is at a stretch. */
    private static boolean isMostlyOne(List<PathPart> parts, long micros) {
        return parts.stream().anyMatch(part -> part.durationMicros() >= micros / 2);
    }

    private static Words mostly(List<PathPart> parts, long micros, Evidence evidence) {
        return parts.stream()
                .filter(part -> part.durationMicros() >= micros / 2)
                .max(Comparator.comparingLong(PathPart::durationMicros))
                .map(longest -> place(longest, evidence))
                .orElse(Words.NONE);
    }

    private static Words place(PathPart part, Evidence evidence) {
        int index = evidence.parts().indexOf(part);
        ReportSpan before = neighbour(index - 1, part.span(), evidence);
        ReportSpan after = neighbour(index + 1, part.span(), evidence);
        if (before == null) {
            return after == null ? Words.NONE : Words.of(", most of it before ").data(SpanWords.of(after));
        }
        Words afterIt = Words.of(", most of it after ").data(SpanWords.of(before));
        return after == null ? afterIt : afterIt.and(" and before ").data(SpanWords.of(after));
    }

    /** The span of that part of the path, null if it is not below the request. */
    private static @Nullable ReportSpan neighbour(int index, ReportSpan request, Evidence evidence) {
        PathTimes times = evidence.times();
        if (index < 0 || index >= evidence.parts().size()) {
            return null;
        }
        ReportSpan span = evidence.parts().get(index).span();
        return times.number(span) > times.number(request) && times.number(span) < times.end(request) ? span : null;
    }
}
