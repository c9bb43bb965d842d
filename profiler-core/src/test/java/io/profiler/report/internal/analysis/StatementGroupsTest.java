// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatementGroupsTest {

    @Test
    void putsStatementsTogetherWithoutTheirValues() {
        Map<String, StatementFigures> groups = groups(
                statement("1", "select a from t where b = 1", Map.of("returned", 2)),
                statement("2", "select a from t where b = 2", Map.of("returned", 3)),
                statement("3", "select a from t where b = 1", Map.of()),
                statement("4", "delete from t", Map.of("updated", 7L)),
                statement("5", "commit", Map.of()));

        assertThat(groups.keySet()).containsExactly("select a from t where b = ?", "delete from t", "commit");
        StatementFigures selects = groups.get("select a from t where b = ?");
        assertThat(selects.figures().count()).isEqualTo(3);
        assertThat(selects.rows()).isEqualTo(5);
        assertThat(selects.duplicates()).isEqualTo(1);
        assertThat(selects.averageMicros()).isEqualTo(10);
        assertThat(groups.get("delete from t").rows()).isEqualTo(7);
        assertThat(groups.get("commit").rows()).isNull();
    }

    @Test
    void whatDiffersInRecordedValuesIsNoDuplicate() {
        Map<String, StatementFigures> groups = groups(
                statement("1", "select ?", Map.of("params", List.of(1))),
                statement("2", "select ?", Map.of("params", List.of(2))),
                statement("3", "select ?", Map.of("params", List.of(2))));

        assertThat(groups.get("select ?").duplicates()).isEqualTo(1);
    }

    @SafeVarargs
    private static Map<String, StatementFigures> groups(Stream<TracePoint>... spans) {
        Report report = TracePoints.report(spans);
        return StatementGroups.of(report, SelfTimes.of(report));
    }

    private static Stream<TracePoint> statement(String id, String text, Map<String, ?> end) {
        return Stream.of(
                TracePoints.point("db-start", id, "base", 0, Map.of("db", Map.of("statement", text))),
                TracePoints.point("db-stop", id, "base", 10, Map.of("db", end)));
    }
}
