// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestStatisticsTest {

    @Test
    void addsUpRequestsOfOneRouteAndTellsOthersApart() {
        RequestStatistics statistics = new RequestStatistics();
        statistics.add(request("GET", "/owners/1", "a.Owners.show", 100));
        statistics.add(request("GET", "/owners/2", "a.Owners.show", 300));
        statistics.add(request("POST", "/owners/2", "a.Owners.edit", 50));
        statistics.add(TracePoints.report(TracePoints.span("scheduled", "t", "base", 0, 10)));

        Map<RequestOperation, SpanFigures> figures = statistics.figures();

        assertThat(figures.keySet())
                .containsExactly(
                        new RequestOperation("GET /owners/{id}", "Owners.show"),
                        new RequestOperation("POST /owners/{id}", "Owners.edit"),
                        new RequestOperation("scheduled", null));
        SpanFigures shown = figures.get(new RequestOperation("GET /owners/{id}", "Owners.show"));
        assertThat(shown.count()).isEqualTo(2);
        assertThat(shown.totalMicros()).isEqualTo(400);
        assertThat(shown.p99Micros()).isEqualTo(300);
        assertThat(shown.selfMicros()).isEqualTo(200);
        assertThat(FigureTable.byTime(figures).keySet())
                .startsWith(new RequestOperation("GET /owners/{id}", "Owners.show"));
    }

    /** Half of it is a statement of the controller. */
    private static Report request(String method, String path, String controller, int micros) {
        Map<String, ?> request = Map.of("request", Map.of("method", method, "path", path));
        Map<String, ?> function = Map.of("function", Map.of("name", controller));
        return Report.of(List.of(
                TracePoints.point("wsgi-start", "r", "base", 0, request),
                TracePoints.point("controller-start", "c", "r", 10, function),
                TracePoints.start("db", "d", "c", 10),
                TracePoints.stop("db", "d", "c", 10 + micros / 2),
                TracePoints.stop("controller", "c", "r", 10 + micros / 2),
                TracePoints.stop("wsgi", "r", "base", micros)));
    }
}
