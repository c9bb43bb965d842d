// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.PlacedSpan;
import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The same statement or call many times, for one request or message, in a row or spread over it. What runs in parallel is on the
 * critical path once, so it is no repeat.
 */
final class RepeatedCalls implements Detector {

    @Override
    public List<Finding> find(Evidence evidence) {
        List<RepeatGroup> told = new ArrayList<>();
        for (RepeatGroup group : weightiestFirst(evidence)) {
            RepeatGroup left = group.left(evidence);
            if (RepeatAmount.isMuch(left, evidence)) {
                left.explain(evidence.explained());
                told.add(left);
            }
        }
        return inAnyRequest(told, evidence);
    }

    private static List<RepeatGroup> weightiestFirst(Evidence evidence) {
        List<RepeatGroup> groups = groups(evidence);
        SideBySide sideBySide = new SideBySide(evidence);
        Map<RepeatGroup.Kind, List<ReportSpan>> others = callsOffPath(groups, sideBySide, evidence);
        return groups.stream()
                .filter(group -> !sideBySide.are(group.spans(), others.getOrDefault(group.kind(), List.of())))
                .sorted(Comparator.comparingLong(RepeatGroup::micros).reversed())
                .toList();
    }

    private static List<RepeatGroup> groups(Evidence evidence) {
        Map<RepeatGroup.Kind, List<ReportSpan>> groups = new LinkedHashMap<>();
        for (ReportSpan span : evidence.times().onPath(span -> isCall(span, evidence))) {
            groups.computeIfAbsent(RepeatGroup.Kind.of(span, evidence), key -> new ArrayList<>())
                    .add(span);
        }
        return groups.entrySet().stream()
                .map(group -> RepeatGroup.of(group.getKey(), group.getValue(), evidence))
                .filter(group -> RepeatAmount.isMuch(group, evidence)
                        && !Portions.are(group.kind().operation(), group.spans()))
                .toList();
    }

    private static boolean isCall(ReportSpan span, Evidence evidence) {
        return evidence.kinds().isCall(span)
                && !Portions.isBatch(span)
                && !evidence.pages().contain(span)
                && !evidence.tries().contain(span)
                && !evidence.explained().contains(span);
    }

    /** The like of calls to other services; statements are many for one database all the same. */
    private static Map<RepeatGroup.Kind, List<ReportSpan>> callsOffPath(
            List<RepeatGroup> groups, SideBySide sideBySide, Evidence evidence) {
        Map<RepeatGroup.Kind, List<ReportSpan>> calls = new HashMap<>();
        groups.stream()
                .map(RepeatGroup::kind)
                .filter(RepeatGroup.Kind::remote)
                .forEach(kind -> calls.put(kind, new ArrayList<>()));
        if (!calls.isEmpty()) {
            evidence.report().depthFirst().stream()
                    .map(PlacedSpan::span)
                    .filter(span -> evidence.kinds().isRemote(span) && sideBySide.isOffPath(span))
                    .forEach(span -> calls.getOrDefault(RepeatGroup.Kind.of(span, evidence), new ArrayList<>())
                            .add(span));
        }
        return calls;
    }

    private static List<Finding> inAnyRequest(List<RepeatGroup> told, Evidence evidence) {
        return told.stream()
                .collect(Collectors.groupingBy(
                        group -> group.inAnyRequest(evidence.kinds()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> finding(alike, evidence))
                .toList();
    }

    private static Finding finding(List<RepeatGroup> alike, Evidence evidence) {
        RepeatGroup most = Collections.max(
                alike, Comparator.comparingInt(group -> group.calls().size()));
        boolean equal = alike.stream()
                .allMatch(group -> group.calls().size() == most.calls().size());
        long micros = alike.stream().mapToLong(RepeatGroup::micros).sum();
        Words words = evidence.amount(micros)
                .and(equal ? " in " : " in up to ")
                .and(SpanWords.equal(most.calls().size(), most.kind().operation(), RepeatWords.noun(most.kind())))
                .and(SpanWords.below(most.spans(), evidence.times()))
                .and(SpanWords.each(alike.size()))
                .and(RepeatWords.conclusion(most.kind()))
                .and(alike.size() == 1 ? RepeatWords.stretch(most, evidence) : "");
        List<ReportSpan> spans =
                alike.stream().flatMap(group -> group.calls().stream()).toList();
        return evidence.finding(RepeatWords.rule(most.kind()), words, spans, micros);
    }
}
