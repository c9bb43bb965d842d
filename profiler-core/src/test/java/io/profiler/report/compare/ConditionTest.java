// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.profiler.report.TracePoints;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
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
                "none.count>0",
                "none.self>+0%"
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
                ComparisonWordsTest.owners("findAll", 1),
                TracePoints.report(Stream.of(TracePoints.start("wsgi", "r", "base", 0))));

        assertThat(Condition.parse("total>+20%").failure(comparison, StandardCharsets.UTF_8))
                .isEqualTo("total>+20%: unknown, because spans are unfinished");
        assertThat(Condition.parse("wsgi.count>1").failure(comparison, StandardCharsets.UTF_8))
                .isNull();
    }

    @Test
    void knowsThatItIsAboutNothing() {
        assertThat(Condition.parse("none.count>0").isAboutNothing(SLOWER)).isTrue();
        assertThat(Condition.parse("db.count>0").isAboutNothing(SLOWER)).isFalse();
        assertThat(Condition.parse("total>1s").isAboutNothing(SLOWER)).isFalse();
    }
}
