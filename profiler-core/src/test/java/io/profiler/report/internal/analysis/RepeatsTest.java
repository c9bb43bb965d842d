// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.TracePoints.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    @Test
    void groupsSiblingsThatDoTheSame() {
        Report report = TracePoints.report(
                span("r", "r", "base", 0, 100),
                query("1", "r", "SELECT a"),
                query("2", "r", "SELECT b"),
                query("3", "r", "SELECT a"),
                span("other", "o", "r", 0, 10),
                query("4", "r", "SELECT a"));

        assertThat(Repeats.in(report)).singleElement().satisfies(repeat -> {
            assertThat(repeat.parent()).isSameAs(report.roots().get(0));
            assertThat(repeat.name()).isEqualTo("db");
            assertThat(repeat.subject()).isEqualTo("SELECT a");
            assertThat(repeat.count()).isEqualTo(3);
            assertThat(repeat.totalMicros()).isEqualTo(30);
        });
    }

    @Test
    void keepsParentsApart() {
        Report report = TracePoints.report(
                span("a", "a", "base", 0, 100),
                span("b", "b", "base", 0, 100),
                query("1", "a", "SELECT a"),
                query("2", "b", "SELECT a"));

        assertThat(Repeats.in(report)).isEmpty();
    }

    private static Stream<TracePoint> query(String id, String parent, String statement) {
        return Stream.of(
                TracePoints.point("db-start", id, parent, 0, Map.of("db", Map.of("statement", statement))),
                TracePoints.point("db-stop", id, parent, 10, Map.of()));
    }
}
