// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.Preparation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The same statement or call many times, for one request or message, in a row or spread over it. What runs in parallel is on the critical path
 * once, so it is no repeat.
 */
final class RepeatedCalls implements Detector {

    private static final int FEWEST = 5;
    private static final int MANY = 10;
    /** A job that goes through its work in portions repeats itself, too. */
    private static final int FEWEST_IN_JOB = 20;

    private static final double LEAST_SHARE = 0.15;
    private static final double LEAST_SHARE_OF_UNKNOWN = 0.5;
    private static final double LEAST_SHARE_OF_MESSAGES = 0.4;
    private static final long LEAST_MICROS = 5_000;
    private static final long LEAST_MICROS_OF_MANY = 2_000;

    record Kind(Operation operation, int occasion, boolean remote, boolean message) {}

    private record Group(Kind kind, List<ReportSpan> spans, long micros) {

        /** Without the preparations of statements, unless there is nothing else. */
        List<ReportSpan> calls() {
            List<ReportSpan> calls =
                    spans.stream().filter(span -> !Preparation.is(span)).toList();
            return calls.isEmpty() ? spans : calls;
        }

        /** The same in whatever request of its kind. */
        Object inAnyRequest(SpanKinds kinds) {
            ReportSpan occasion = kinds.occasionAbove(spans.get(0));
            return Arrays.asList(kind.operation(), occasion == null ? null : kinds.operation(occasion), kind.remote());
        }
    }

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Group> weightiestFirst = groups(evidence).stream()
                .sorted(Comparator.comparingLong(Group::micros).reversed())
                .toList();
        List<Group> told = new ArrayList<>();
        for (Group group : weightiestFirst) {
            Group left = left(group, evidence);
            if (isMuch(left, evidence)) {
                explain(left, evidence.explained());
                told.add(left);
            }
        }
        return inAnyRequest(told, evidence);
    }

    private static List<Finding> inAnyRequest(List<Group> told, Evidence evidence) {
        return told.stream()
                .collect(Collectors.groupingBy(
                        group -> group.inAnyRequest(evidence.kinds()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> finding(alike, evidence))
                .toList();
    }

    private static void explain(Group group, Explained explained) {
        if (group.kind().remote()) {
            explained.addAll(group.spans());
        } else {
            explained.addOwn(group.spans());
        }
    }

    private static List<Group> groups(Evidence evidence) {
        Map<Kind, List<ReportSpan>> groups = new LinkedHashMap<>();
        SpanKinds kinds = evidence.kinds();
        for (ReportSpan span : evidence.times().onPath(span -> isCall(span, evidence))) {
            Kind kind = new Kind(
                    Preparation.withExecution(kinds.operation(span)),
                    evidence.occasionNumber(span),
                    kinds.isRemote(span),
                    kinds.isMessaging(span));
            groups.computeIfAbsent(kind, key -> new ArrayList<>()).add(span);
        }
        List<Group> many = new ArrayList<>();
        groups.forEach((kind, spans) -> {
            Group group = group(kind, spans, evidence);
            if (isMuch(group, evidence) && !Portions.are(kind.operation())) {
                many.add(group);
            }
        });
        return many;
    }

    private static boolean isCall(ReportSpan span, Evidence evidence) {
        return evidence.kinds().isCall(span)
                && !Portions.isOne(span)
                && !evidence.tries().contain(span)
                && !evidence.explained().contains(span);
    }

    private static Group left(Group group, Evidence evidence) {
        List<ReportSpan> left = group.spans().stream()
                .filter(span -> !evidence.explained().contains(span))
                .toList();
        return group(group.kind(), left, evidence);
    }

    /** Of a call to another service all that came of it; in a store there may be other stores, which are told of by themselves. */
    private static Group group(Kind kind, List<ReportSpan> inReadingOrder, Evidence evidence) {
        long micros = 0;
        for (ReportSpan span : kind.remote() ? evidence.times().outermost(inReadingOrder) : inReadingOrder) {
            micros += micros(kind, span, evidence.explained());
        }
        return new Group(kind, inReadingOrder, micros);
    }

    private static long micros(Kind kind, ReportSpan span, Explained explained) {
        return kind.remote() ? explained.leftWithinMicros(span) : explained.leftMicros(span);
    }

    private static boolean isMuch(Group group, Evidence evidence) {
        return group.calls().size() >= FEWEST
                && isMuch(group, group.spans().get(0), evidence)
                && isMuchWithoutLongest(group, evidence);
    }

    private static boolean isMuch(Group group, ReportSpan first, Evidence evidence) {
        long least = isMany(group) ? LEAST_MICROS_OF_MANY : LEAST_MICROS;
        return group.calls().size() >= (evidence.kinds().isJob(first) ? FEWEST_IN_JOB : FEWEST)
                && evidence.isMuch(group.micros(), first, leastShare(group.kind()), least);
    }

    /** Messages are sent in batches behind the sender's back. */
    private static double leastShare(Kind kind) {
        if (kind.message()) {
            return LEAST_SHARE_OF_MESSAGES;
        }
        return kind.operation().what() == null ? LEAST_SHARE_OF_UNKNOWN : LEAST_SHARE;
    }

    /** That one of them takes longer than all others is not for their number, unless there are many and the others take long, too. */
    private static boolean isMuchWithoutLongest(Group group, Evidence evidence) {
        long longest = group.spans().stream()
                .mapToLong(span -> micros(group.kind(), span, evidence.explained()))
                .max()
                .orElse(0);
        Group others = new Group(group.kind(), group.spans(), group.micros() - longest);
        return longest <= group.micros() / 2
                || isMany(group) && isMuch(others, group.spans().get(0), evidence);
    }

    /** Statements of SQL may be fast where they are tried out, and as many as there are rows. */
    private static boolean isMany(Group group) {
        return group.calls().size() >= MANY && SpanWords.verb(group.kind().operation()) != null;
    }

    private static Finding finding(List<Group> alike, Evidence evidence) {
        Group most = Collections.max(
                alike, Comparator.comparingInt(group -> group.calls().size()));
        boolean equal = alike.stream()
                .allMatch(group -> group.calls().size() == most.calls().size());
        long micros = alike.stream().mapToLong(Group::micros).sum();
        Words words = evidence.amount(micros)
                .and(equal ? " in " : " in up to ")
                .and(SpanWords.equal(most.calls().size(), most.kind().operation(), RepeatWords.noun(most.kind())))
                .and(SpanWords.below(most.spans(), evidence.times()))
                .and(SpanWords.each(alike.size()))
                .and(RepeatWords.conclusion(most.kind()));
        List<ReportSpan> spans =
                alike.stream().flatMap(group -> group.calls().stream()).toList();
        return evidence.finding(RepeatWords.rule(most.kind()), words, spans, micros);
    }
}
