// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a request goes through before its controller is called, if no other one has made it, or has merely passed it on. */
final class TimeBeforeController implements Detector {

    private static final double LEAST_SHARE = 0.25;
    private static final long LEAST_MICROS = 15_000;

    private record Before(ReportSpan controller, List<PathPart> parts) {

        long micros() {
            return parts.stream().mapToLong(PathPart::durationMicros).sum();
        }
    }

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (List<Before> alike : alike(evidence)) {
            findings.add(finding(alike, evidence));
            evidence.explained().addParts(parts(alike));
        }
        return findings;
    }

    private static Collection<List<Before>> alike(Evidence evidence) {
        return before(evidence).stream()
                .filter(before -> evidence.isMuch(before.micros(), before.controller(), LEAST_SHARE, LEAST_MICROS))
                .collect(Collectors.groupingBy(
                        before -> evidence.kinds().operation(before.controller()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    /** By request. */
    private static List<Before> before(Evidence evidence) {
        List<Before> before = new ArrayList<>();
        for (ReportSpan controller : controllers(evidence)) {
            ReportSpan request = evidence.kinds().requestAbove(controller);
            long until = evidence.extents().fromMicros(controller);
            if (request != null && isFirst(request, evidence)) {
                int first = evidence.times().number(request);
                int end = evidence.times().end(request);
                before.add(new Before(
                        controller,
                        evidence.parts().stream()
                                .filter(part -> part.toMicros() <= until
                                        && !evidence.explained().contains(part))
                                .filter(part -> isIn(evidence.times().number(part.span()), first, end))
                                .toList()));
            }
        }
        return before;
    }

    private static boolean isFirst(ReportSpan request, Evidence evidence) {
        return evidence.kinds().requestAbove(request) == null
                || evidence.relays().contain(request);
    }

    private static boolean isIn(int number, int first, int end) {
        return first <= number && number < end;
    }

    /** The first one of each request, at most as many as anybody reads of. */
    private static List<ReportSpan> controllers(Evidence evidence) {
        Map<Integer, ReportSpan> first = new LinkedHashMap<>();
        evidence.times().onPath(span -> evidence.kinds().layer(span).isController()).stream()
                .sorted(Comparator.comparingLong(evidence.extents()::fromMicros))
                .forEach(controller -> {
                    ReportSpan request = evidence.kinds().requestAbove(controller);
                    if (request != null && first.size() < Verdict.MOST_FINDINGS) {
                        first.putIfAbsent(evidence.times().number(request), controller);
                    }
                });
        return List.copyOf(first.values());
    }

    private static Finding finding(List<Before> alike, Evidence evidence) {
        List<PathPart> parts = parts(alike);
        long micros = alike.stream().mapToLong(Before::micros).sum();
        Words words = evidence.amount(micros)
                .and(" before ")
                .data(SpanWords.of(alike.get(0).controller()))
                .and(" was called")
                .and(SpanWords.each(alike.size()))
                .and(mostly(parts, micros));
        return evidence.finding(Rule.BEFORE_CONTROLLER, words, PathPart.spans(parts), micros);
    }

    private static List<PathPart> parts(List<Before> alike) {
        return alike.stream().flatMap(before -> before.parts().stream()).toList();
    }

    /** What took half of it or more. */
    private static Words mostly(List<PathPart> parts, long micros) {
        Map<String, Long> byName = new LinkedHashMap<>();
        for (PathPart part : parts) {
            if (part.explained()) {
                String name = Objects.requireNonNullElseGet(part.phase(), () -> SpanWords.of(part.span()));
                byName.merge(name, part.durationMicros(), Long::sum);
            }
        }
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue() >= micros / 2)
                .max(Map.Entry.comparingByValue())
                .map(entry -> Words.of(", " + Amount.of(entry.getValue()) + " of it in ")
                        .data(entry.getKey()))
                .orElse(Words.NONE);
    }
}
