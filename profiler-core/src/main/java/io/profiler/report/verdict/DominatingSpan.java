// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One span that takes most of the time of its request by itself, a few that do the same, or a call to another service that does
 * with all that came of it. A request at the top is what the trace is of, and a function within itself is not one span, so
 * neither counts.
 */
final class DominatingSpan implements Detector {

    private static final int FEWEST_SPANS = 3;
    private static final long LEAST_MICROS_OF_CODE = 500_000;
    private static final long LEAST_MICROS_OF_CALL = 300_000;
    private static final long LEAST_MICROS_OF_STORE = 100_000;
    /** Of one top, as many are tried; the others have less time and about as much beside them. */
    private static final int MOST_TRIED = 10;

    /** Spans that do the same below the same top. */
    private record Row(List<ReportSpan> spans, long micros) {

        ReportSpan first() {
            return spans.get(0);
        }

        boolean isOne() {
            return spans.size() == 1;
        }
    }

    @Override
    public List<Finding> find(Evidence evidence) {
        Map<Integer, Row> byTop = new LinkedHashMap<>();
        Map<ReportSpan, Long> alone = SpanTimes.alone(evidence);
        addLongest(singles(alone), DominatingShare.ONE, evidence, byTop);
        addLongest(rows(alone, evidence), DominatingShare.SEVERAL, evidence, byTop);
        addLongest(singles(SpanTimes.ofCalls(evidence)), DominatingShare.CALL, evidence, byTop);
        List<Finding> findings = new ArrayList<>();
        for (List<Row> alike : alike(byTop.values(), evidence.kinds())) {
            findings.add(finding(alike, evidence));
            explain(alike, evidence.explained());
        }
        return findings;
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
    private static void addLongest(List<Row> rows, DominatingShare share, Evidence evidence, Map<Integer, Row> byTop) {
        PathTimes times = evidence.times();
        rows.stream()
                .filter(row -> isOfMany(row, evidence)
                        && !areInPortions(row, evidence)
                        && share.isMuch(row.micros(), row.first(), evidence))
                .sorted(Comparator.comparingLong(Row::micros)
                        .reversed()
                        .thenComparing(row -> times.number(row.first())))
                .collect(Collectors.groupingBy(
                        row -> times.number(times.top(row.first())), LinkedHashMap::new, Collectors.toList()))
                .forEach((top, longest) -> longest.stream()
                        .limit(MOST_TRIED)
                        .filter(row -> !Peers.has(row.first(), evidence))
                        .findFirst()
                        .ifPresent(row -> byTop.putIfAbsent(top, row)));
    }

    /** What is done in portions cannot be done at once. */
    private static boolean areInPortions(Row row, Evidence evidence) {
        return !row.isOne()
                && (Portions.isBatch(row.first())
                        || evidence.pages().contain(row.first())
                        || Portions.are(evidence.kinds().operation(row.first()), row.spans()));
    }

    /** That a request is in the one span below it is no news, unless that is slow by any measure. */
    private static boolean isOfMany(Row row, Evidence evidence) {
        ReportSpan top = evidence.times().top(row.first());
        return evidence.times().end(top) - evidence.times().number(top) >= FEWEST_SPANS
                || top != row.first() && isSlow(row, evidence.kinds());
    }

    private static boolean isSlow(Row row, SpanKinds kinds) {
        return row.micros() >= leastMicros(row.first(), kinds);
    }

    private static long leastMicros(ReportSpan span, SpanKinds kinds) {
        if (kinds.isRemote(span)) {
            return LEAST_MICROS_OF_CALL;
        }
        return kinds.isCall(span) ? LEAST_MICROS_OF_STORE : LEAST_MICROS_OF_CODE;
    }

    private static Collection<List<Row>> alike(Collection<Row> rows, SpanKinds kinds) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(kinds.operation(row.first()), row.isOne()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private static Finding finding(List<Row> alike, Evidence evidence) {
        List<ReportSpan> spans = spans(alike);
        long micros = alike.stream().mapToLong(Row::micros).sum();
        Row row = alike.get(0);
        Words words = evidence.amount(micros)
                .and(RowWords.of(row.spans(), evidence))
                .and(SpanWords.each(alike.size()))
                .and(spans.size() == 1 ? FailureWords.which(row.first(), evidence) : Words.NONE);
        return evidence.finding(row.isOne() ? Rule.ONE_SPAN : Rule.ONE_OPERATION, words, spans, micros);
    }

    private static void explain(List<Row> alike, Explained explained) {
        if (alike.get(0).isOne()) {
            explained.addAll(spans(alike));
        } else {
            explained.addOwn(spans(alike));
        }
    }

    private static List<ReportSpan> spans(List<Row> rows) {
        return rows.stream().map(Row::spans).flatMap(Collection::stream).toList();
    }
}
