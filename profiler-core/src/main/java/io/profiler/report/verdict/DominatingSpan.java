// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One span that takes most of the time of its request by itself, a few that do the same, or a call to another service that does
 * with all that came of it. What
 * stands at the top is what the trace is of, and a function within itself is not one span, so neither counts.
 */
final class DominatingSpan implements Detector {

    private static final int FEWEST_SPANS = 3;
    private static final long LEAST_MICROS_OF_CONTROLLER = 500_000;
    private static final double LEAST_SHARE = 0.5;
    /** What a job does for most of its time is the job. */
    private static final double LEAST_SHARE_OF_JOB = 0.75;
    /** What a call took is told of by the spans that came of it, unless it is nearly all. */
    private static final double LEAST_SHARE_OF_CALL = 0.7;

    private static final double PEER = 0.5;
    private static final long LEAST_MICROS = 30_000;
    private static final double NEARLY_ALL = 0.75;
    private static final long LEAST_MICROS_OF_NEARLY_ALL = 20_000;

    /** Spans that do the same below the same top. */
    private record Row(List<ReportSpan> spans, long micros) {

        ReportSpan first() {
            return spans.get(0);
        }
    }

    @Override
    public List<Finding> find(Evidence evidence) {
        Map<Integer, Row> byTop = new LinkedHashMap<>();
        Map<ReportSpan, Long> alone = alone(evidence);
        addLongest(singles(alone), least(evidence), evidence, byTop);
        addLongest(rows(alone, evidence), least(evidence), evidence, byTop);
        addLongest(singles(calls(evidence)), LEAST_SHARE_OF_CALL, evidence, byTop);
        return byTop.values().stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(
                                evidence.kinds().operation(row.first()),
                                row.spans().size() == 1),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(alike -> finding(alike, evidence))
                .toList();
    }

    private static double least(Evidence evidence) {
        return evidence.kinds().isJob() ? LEAST_SHARE_OF_JOB : LEAST_SHARE;
    }

    private static List<Row> singles(Map<ReportSpan, Long> micros) {
        return micros.entrySet().stream()
                .map(entry -> new Row(List.of(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<Row> rows(Map<ReportSpan, Long> micros, Evidence evidence) {
        PathTimes times = evidence.times();
        Map<Object, List<ReportSpan>> alike = micros.keySet().stream()
                .sorted(Comparator.comparingInt(times::number))
                .collect(Collectors.groupingBy(
                        span -> List.of(
                                times.number(times.top(span)), evidence.kinds().operation(span)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values().stream()
                .map(spans ->
                        new Row(spans, spans.stream().mapToLong(micros::get).sum()))
                .toList();
    }

    /** Of each top of the trace the longest one, unless one is known already. */
    private static void addLongest(List<Row> rows, double leastShare, Evidence evidence, Map<Integer, Row> byTop) {
        PathTimes times = evidence.times();
        rows.stream()
                .filter(row -> isMuch(row, leastShare, evidence) && !hasPeer(row.first(), evidence))
                .sorted(Comparator.comparingLong(Row::micros)
                        .reversed()
                        .thenComparing(row -> times.number(row.first())))
                .forEach(row -> byTop.putIfAbsent(times.number(times.top(row.first())), row));
    }

    private static boolean isMuch(Row row, double leastShare, Evidence evidence) {
        return isOfMany(row, evidence)
                && (evidence.isMuch(row.micros(), row.first(), leastShare, LEAST_MICROS)
                        || evidence.isMuch(row.micros(), row.first(), NEARLY_ALL, LEAST_MICROS_OF_NEARLY_ALL));
    }

    /** That a request is in the one span below it is no news, unless nothing is traced below a controller that takes long. */
    private static boolean isOfMany(Row row, Evidence evidence) {
        ReportSpan top = evidence.times().top(row.first());
        return evidence.times().end(top) - evidence.times().number(top) >= FEWEST_SPANS
                || evidence.kinds().layer(row.first()).isController() && row.micros() >= LEAST_MICROS_OF_CONTROLLER;
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
        Map<ReportSpan, Long> micros = new IdentityHashMap<>();
        evidence.times()
                .onPath(span -> evidence.kinds().isRemote(span) && isOneOfMany(span, evidence))
                .forEach(span -> micros.put(span, evidence.explained().leftWithinMicros(span)));
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

    private static Finding finding(List<Row> alike, Evidence evidence) {
        List<ReportSpan> spans =
                alike.stream().flatMap(row -> row.spans().stream()).toList();
        long micros = alike.stream().mapToLong(Row::micros).sum();
        Row row = alike.get(0);
        boolean one = row.spans().size() == 1;
        Words words =
                evidence.amount(micros).and(RowWords.of(row.spans(), evidence)).and(SpanWords.each(alike.size()));
        if (one) {
            evidence.explained().addAll(spans);
        } else {
            evidence.explained().addOwn(spans);
        }
        return evidence.finding(one ? Rule.ONE_SPAN : Rule.ONE_OPERATION, words, spans, micros);
    }
}
