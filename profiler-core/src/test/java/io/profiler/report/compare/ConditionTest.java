// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.profiler.point.Manifest;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    /** 14 ms with 4 statements of 2 ms each, then 26 ms with 10. */
    private static final Comparison SLOWER =
            Comparison.of(ComparisonWordsTest.owners("findAll", 4), ComparisonWordsTest.owners("findAll", 10));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    total>+20%        | total>+20%: 14.0 ms → 26.0 ms, +12.0 ms, 86 %
                    total > 25ms      | total > 25ms: 14.0 ms → 26.0 ms, +12.0 ms, 86 %
                    total>=+12ms      | total>=+12ms: 14.0 ms → 26.0 ms, +12.0 ms, 86 %
                    total>-10%        | total>-10%: 14.0 ms → 26.0 ms, +12.0 ms, 86 %
                    db.count>+5       | db.count>+5: 4 → 10, +6, 150 %
                    db.count>=10      | db.count>=10: 4 → 10, +6, 150 %
                    database.count>+5 | database.count>+5: 4 → 10, +6, 150 %
                    spans>11          | spans>11: 6 → 12, +6, 100 %
                    db.self>0.019s    | db.self>0.019s: 8.00 ms → 20.0 ms, +12.0 ms, 150 %
                    repository.total>+100% | repository.total>+100%: 11.0 ms → 23.0 ms, +12.0 ms, 109 %
                    errors>=+0%       | errors>=+0%: 0, 0
                    none.count>0      | none.count>0: unknown, because no trace has a span of that name
                    none.self>+0%     | none.self>+0%: unknown, because no trace has a span of that name
                    repository.self>=2000us | repository.self>=2000us: 3.00 ms → 3.00 ms, 0 µs
                    """)
    void failsInOneLine(String condition, String failure) {
        assertThat(Condition.parse(condition).failure(SLOWER, StandardCharsets.UTF_8))
                .isEqualTo(failure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total>+86%",
                "total>26ms",
                "total>+12ms",
                "db.count>+6",
                "db.count>10",
                "errors>0",
                "db.errors>=+1",
                "errors>=+10%",
                "remote.count>0"
            })
    void holds(String condition) {
        assertThat(Condition.parse(condition).failure(SLOWER, StandardCharsets.UTF_8))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
                    total       | 'total' is no condition such as
                    total<5ms   | is no condition such as
                    total>+5%ms | is no condition such as
                    total>>5ms  | is no condition such as
                    >5          | is no condition such as
                    db>5        | 'db' is no figure
                    db.size>5   | 'db.size' is no figure
                    total>20%   | needs a sign
                    total>200   | a time needs a unit
                    db.count>5ms | has no unit but %
                    """)
    void saysWhatIsWrong(String malformed, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.parse(malformed))
                .withMessageContaining(message);
    }

    @Test
    void whatIsUnfinishedIsNoSuccess() {
        Comparison comparison = Comparison.of(
                TracePoints.report(TracePoints.span("wsgi", "r", "base", 0, 100)),
                TracePoints.report(Stream.of(TracePoints.start("wsgi", "r", "base", 0))));

        assertThat(failure("total>+20%", comparison)).isEqualTo("total>+20%: unknown, because spans are unfinished");
        assertThat(failure("wsgi.count>1", comparison))
                .isEqualTo("wsgi.count>1: unknown, because spans are unfinished");
        assertThat(failure("errors>0", comparison)).isEqualTo("errors>0: unknown, because spans are unfinished");
    }

    @Test
    void whatIsLostIsNoSuccess() {
        Report whole = ofOneStatement(2, true);
        Report lossy = ofOneStatement(9, true);

        assertThat(failure("db.count>+5", Comparison.of(whole, lossy)))
                .isEqualTo("db.count>+5: unknown, because spans of the second traces are lost");
        assertThat(failure("errors>0", Comparison.of(lossy, whole)))
                .isEqualTo("errors>0: unknown, because spans of the first traces are lost");
        assertThat(failure("total>+20%", Comparison.of(whole, lossy))).isNull();
        assertThat(failure("total>+20%", Comparison.of(whole, ofOneStatement(9, false))))
                .isEqualTo("total>+20%: unknown, because spans of the second traces are lost");
        assertThat(failure("db.count>+5", Comparison.of(whole, whole))).isNull();
        assertThat(new ComparisonWords(Comparison.of(whole, lossy), StandardCharsets.UTF_8).cautions())
                .extracting(sentence -> sentence.line(data -> data))
                .containsExactly(
                        "Of the second trace, 7 of 9 spans are lost (queue full): figures are of what is there");
    }

    /**
     * @param recorded how many spans the service has told of, of which two are there
     * @param root whether their parent is the trace
     */
    private static Report ofOneStatement(int recorded, boolean root) {
        String id = "0a1b2c3d-0000-4000-8000-00000000000";
        String parent = root ? "base" : id + 9;
        Manifest told = new Manifest(recorded, 2L * recorded, Map.of("queue_full", 2L * recorded - 4), 0);
        return Report.of(List.of(
                TracePoints.start("wsgi", id + 1, parent, 1),
                TracePoints.start("db", id + 2, id + 1, 3),
                TracePoints.stop("db", id + 2, id + 1, 4),
                TracePoints.point(Manifest.nameFor("wsgi"), id + 1, parent, 90, told.toInfo("web-1")),
                TracePoints.stop("wsgi", id + 1, parent, 90)));
    }

    @Test
    void ofTwoTracesTheMeanIsJudged() {
        Report fast = ComparisonWordsTest.request("GET", "/a", 200, 100_000);
        Report slow = ComparisonWordsTest.request("GET", "/a", 200, 900_000);

        assertThat(failure("total>400ms", Comparison.of(List.of(fast), List.of(fast, slow))))
                .startsWith("total>400ms: 100 ms → 500 ms (100 ms to 900 ms)");
        assertThat(failure("total>400ms", Comparison.of(List.of(fast), List.of(fast, slow, fast))))
                .isNull();
    }

    @Test
    void anErrorInNoTimeIsNoSuccess() {
        Report good = ComparisonWordsTest.request("GET", "/a", 200, 210_000);
        Report failed = ComparisonWordsTest.request("GET", "/a", 500, 2_000);

        assertThat(failure("total>+20%", Comparison.of(good, failed)))
                .isEqualTo("total>+20%: unknown, because the second was answered with an error");
        assertThat(failure("wsgi.count>+1", Comparison.of(List.of(failed, good, failed), List.of(failed))))
                .isEqualTo("wsgi.count>+1: unknown, because some of the first traces were answered with an error");
        assertThat(failure("total>1s", Comparison.of(List.of(good, good), List.of(failed, failed))))
                .isEqualTo("total>1s: unknown, because the second traces were answered with an error");
        assertThat(failure("total>1ms", Comparison.of(good, failed))).startsWith("total>1ms: 210 ms → 2.00 ms");
        assertThat(failure("total>+20%", Comparison.of(failed, failed))).isNull();
    }

    @Test
    void aRequestThatFailedWithoutAnAnswerIsNoSuccess() {
        Report good = TracePoints.report(TracePoints.span("r", "r", "base", 0, 100));
        Report failed = Report.of(List.of(
                TracePoints.start("r", "r", "base", 0),
                TracePoints.point("r-stop", "r", "base", 10, Map.of("etype", "IOException"))));

        assertThat(failure("total>+20%", Comparison.of(good, failed)))
                .isEqualTo("total>+20%: unknown, because the second ended with an error");
    }

    @Test
    void anotherRequestIsNoSuccess() {
        Comparison comparison = Comparison.of(
                ComparisonWordsTest.request("GET", "/a", 200, 5_000),
                ComparisonWordsTest.request("GET", "/b", 200, 1_000));

        assertThat(failure("total>+20%", comparison)).isEqualTo("total>+20%: unknown, because the requests differ");
    }

    @Test
    void oneTraceWithAnErrorIsTooMany() {
        Report good =
                TracePoints.report(TracePoints.span("r", "r", "base", 0, 100), TracePoints.span("a", "a", "r", 0, 10));
        Report failed = TracePoints.report(
                TracePoints.span("r", "r", "base", 0, 100),
                Stream.of(
                        TracePoints.start("a", "a", "r", 0),
                        TracePoints.point("a-stop", "a", "r", 10, Map.of("etype", "IOException"))));
        Comparison comparison = Comparison.of(List.of(good), List.of(good, failed, good));

        assertThat(failure("errors>+0", comparison)).isEqualTo("errors>+0: 0 → 0 (0 to 1), +1");
        assertThat(failure("a.errors>=+10%", comparison)).isEqualTo("a.errors>=+10%: 0 → 0 (0 to 1), +1");
    }

    private static @Nullable String failure(String condition, Comparison comparison) {
        return Condition.parse(condition).failure(comparison, StandardCharsets.UTF_8);
    }
}
