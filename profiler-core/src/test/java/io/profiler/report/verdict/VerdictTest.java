// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.RecordedTrace;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.TracePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each trace in the files beside it is told of by the sentence that stands above it. */
class VerdictTest {

    private static final String CALM = "Nothing stands out in where the time went";

    /**
     * @param first what the verdict says in one sentence, if that is more than the first of its sentences
     */
    record Case(String title, List<String> first, List<String> sentences, List<String> lines) {

        Report report() {
            return TraceText.report(lines);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> known() {
        return Stream.of(
                        "n-plus-1",
                        "one-span",
                        "one-after-another",
                        "before-the-controller",
                        "in-no-span",
                        "hot-method",
                        "connection",
                        "cold-start",
                        "swallowed-error",
                        "after-the-answer",
                        "not-asked-for")
                .flatMap(VerdictTest::cases);
    }

    static Stream<Case> healthy() {
        return cases("healthy");
    }

    /**
     * A case begins with {@code == title}; lines that begin with {@code >} are what is found, one that begins with {@code =} is the
     * sentence of several of them.
     */
    private static Stream<Case> cases(String file) {
        List<Case> cases = new ArrayList<>();
        for (String line :
                RecordedTrace.text("verdict/" + file + ".txt").lines().toList()) {
            if (line.startsWith("== ")) {
                cases.add(new Case(
                        file + ": " + line.substring(3), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith("= ")) {
                cases.get(cases.size() - 1).first().add(line.substring(2));
            } else if (line.startsWith("> ")) {
                cases.get(cases.size() - 1).sentences().add(line.substring(2));
            } else if (!line.isBlank()) {
                cases.get(cases.size() - 1).lines().add(line);
            }
        }
        return cases.stream();
    }

    @Test
    void manyEqualQueriesAreRemarkedOnWhereTheyTookLittle() {
        Verdict calm = Verdict.of(library("db 91..91.1 *50 +0.3 | statement=select title from book where author_id=?"));
        Verdict few = Verdict.of(library("db 91..91.1 *19 +0.3 | statement=select title from book where author_id=?"));
        Verdict told =
                Verdict.of(library("db 90.2..90.55 *50 +0.35 | statement=select title from book where author_id=?"));

        assertThat(calm.isCalm()).isTrue();
        assertThat(calm.sentence())
                .hasToString(
                        "50 equal SELECTs below `LibraryService.all` took little of the time, 5.00 ms: N+1 all the same"
                                + " (14.8 ms from the first to the last);"
                                + " nothing else stands out in where the time went");
        assertThat(calm.lines()).containsExactly(calm.remark());
        assertThat(Objects.requireNonNull(calm.remark()).spans()).hasSize(50);
        assertThat(few.sentence()).hasToString(CALM);
        assertThat(told.remark()).isNull();
        assertThat(told.findings()).hasSize(1);
    }

    private static Report library(String queries) {
        return TraceText.report(List.of(
                "wsgi 0..110 | request=GET /authors | status=200",
                "  controller 1..109 | function=shop.LibraryController.all",
                "    http 2..30 | request=GET http://stock.internal/all",
                "    cache 30..60 | statement=GET authors",
                "    db 60..90 | statement=select id from author",
                "    service 90..108 | function=shop.LibraryService.all",
                "      " + queries));
    }

    @ParameterizedTest
    @MethodSource("known")
    void namesTheCause(Case known) {
        Verdict verdict = Verdict.of(known.report());

        assertThat(verdict.sentence().toString())
                .isEqualTo(Stream.concat(known.first().stream(), known.sentences().stream())
                        .findFirst()
                        .orElseThrow());
        assertThat(verdict.findings())
                .extracting(finding -> finding.words().toString())
                .containsExactlyElementsOf(known.sentences());
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void isCalmWhereNothingIsWrong(Case healthy) {
        Verdict verdict = Verdict.of(healthy.report());

        assertThat(verdict.findings()).extracting(Finding::words).isEmpty();
        assertThat(verdict.sentence()).hasToString(CALM);
    }

    @Test
    void areAsManyAsItTakes() {
        assertThat(known().count()).isGreaterThanOrEqualTo(30);
        assertThat(healthy().count()).isGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource({"known", "healthy"})
    void ofEachTraceTheLedgerAddsUp(Case any) {
        assertAddsUp(any.report());
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void ofARecordedTraceTheLedgerAddsUp(RecordedTrace trace) {
        assertAddsUp(trace.report());
    }

    private static void assertAddsUp(Report report) {
        Verdict verdict = Verdict.of(report);
        Ledger ledger = verdict.ledger();
        Set<String> ids = report.spans().stream().map(ReportSpan::traceId).collect(Collectors.toSet());

        assertThat(ledger.rows().stream().mapToLong(LedgerRow::micros).sum()).isEqualTo(ledger.totalMicros());
        assertThat(ledger.layers().stream().mapToLong(LayerTime::micros).sum()).isEqualTo(ledger.totalMicros());
        assertThat(ledger.explainedMicros() + ledger.unexplainedMicros()).isEqualTo(ledger.totalMicros());
        assertThat(ledger.rows())
                .allMatch(row -> row.micros() > 0 && !row.spans().isEmpty());
        assertThat(verdict.findings()).allSatisfy(finding -> {
            assertThat(finding.share()).isBetween(0.0, 1.0);
            assertThat(finding.spans())
                    .isNotEmpty()
                    .extracting(ReportSpan::traceId)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(ids);
        });
    }

    @Test
    void ofNoSpansNothingIsSaid() {
        assertThat(Verdict.of(Report.of(List.of())).sentence()).hasToString("No time was measured");
    }

    @Test
    void deepTracesAreNoTrouble() {
        assertThat(Verdict.of(Report.of(TracePoints.nested(20_000))).isCalm()).isTrue();
    }
}
