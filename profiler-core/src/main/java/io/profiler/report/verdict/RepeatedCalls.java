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
 * The same statement or call many times in one request, in a row or spread over it. What runs in parallel is on the critical path
 * once, so it is no repeat.
 */
final class RepeatedCalls implements Detector {

    private static final int FEWEST = 5;
    private static final int MANY = 10;
    /** A job that goes through its work in portions repeats itself, too. */
    private static final int FEWEST_IN_JOB = 20;

    private static final double LEAST_SHARE = 0.15;
    private static final double LEAST_SHARE_OF_UNKNOWN = 0.5;
    private static final long LEAST_MICROS = 5_000;
    private static final long LEAST_MICROS_OF_MANY = 2_000;

    private record Kind(Operation operation, @Nullable ReportSpan request, boolean remote) {}

    private record Group(Kind kind, List<ReportSpan> spans, long micros) {}

    @Override
    public List<Finding> find(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        List<Group> weightiestFirst = groups(evidence).stream()
                .sorted(Comparator.comparingLong(Group::micros).reversed())
                .toList();
        for (Group group : weightiestFirst) {
            if (!evidence.explained().contains(group.spans().get(0))) {
                evidence.explained().addAll(group.spans());
                findings.add(finding(group, evidence));
            }
        }
        return findings;
    }

    private static List<Group> groups(Evidence evidence) {
        Map<Kind, List<ReportSpan>> groups = new LinkedHashMap<>();
        SpanKinds kinds = evidence.kinds();
        for (ReportSpan span : evidence.times().onPath(span -> isCall(span, evidence))) {
            Kind kind = new Kind(kinds.operation(span), kinds.requestAbove(span), kinds.isRemote(span));
            groups.computeIfAbsent(kind, key -> new ArrayList<>()).add(span);
        }
        List<Group> many = new ArrayList<>();
        groups.forEach((kind, spans) -> {
            Group group = new Group(kind, spans, micros(kind, spans, evidence.times()));
            if (isMuch(group, evidence)) {
                many.add(group);
            }
        });
        return many;
    }

    private static boolean isCall(ReportSpan span, Evidence evidence) {
        return evidence.kinds().isCall(span)
                && !isBatch(span)
                && !evidence.explained().contains(span);
    }

    /** Many executions that were sent at once. */
    private static boolean isBatch(ReportSpan span) {
        return span.events().stream()
                .anyMatch(event -> event.info().get("db") instanceof Map<?, ?> db && db.containsKey("batch"));
    }

    /** Of a call to another service all that came of it; in a store there may be other stores, which are told of by themselves. */
    private static long micros(Kind kind, List<ReportSpan> inReadingOrder, PathTimes times) {
        long micros = 0;
        int end = 0;
        for (ReportSpan span : inReadingOrder) {
            if (!kind.remote()) {
                micros += times.ownMicros(span);
            } else if (times.number(span) >= end) {
                micros += times.withinMicros(span);
                end = times.end(span);
            }
        }
        return micros;
    }

    private static boolean isMuch(Group group, Evidence evidence) {
        int count = group.spans().size();
        double share = group.kind().operation().what() == null ? LEAST_SHARE_OF_UNKNOWN : LEAST_SHARE;
        return count >= (evidence.kinds().isJob() ? FEWEST_IN_JOB : FEWEST)
                && evidence.times().isMuch(group.micros(), share, isMany(group) ? LEAST_MICROS_OF_MANY : LEAST_MICROS);
    }

    /** Statements of SQL may be fast where they are tried out, and as many as there are rows. */
    private static boolean isMany(Group group) {
        return group.spans().size() >= MANY && SpanWords.verb(group.kind().operation()) != null;
    }

    private static Finding finding(Group group, Evidence evidence) {
        Operation operation = group.kind().operation();
        Words words = evidence.amount(group.micros())
                .and(" in ")
                .and(SpanWords.equal(
                        group.spans().size(), operation, group.kind().remote() ? "calls " : ""))
                .and(SpanWords.below(group.spans(), evidence.times()))
                .and(conclusion(group.kind()));
        return evidence.finding(Rule.REPEATS, words, group.spans(), group.micros());
    }

    private static String conclusion(Kind kind) {
        if (kind.remote()) {
            return ", one after another: N+1";
        }
        if (kind.operation().what() == null) {
            return ", each by itself";
        }
        return SpanWords.writes(kind.operation()) ? ", each by itself and not in a batch" : ": N+1";
    }
}
