// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonPageDataTest {

    @Test
    void writesWhatManyPathsHaveInCommonOnce() throws IOException {
        JsonNode data =
                data(Comparison.of(ComparisonWordsTest.owners("findAll", 2), ComparisonWordsTest.owners("findAll", 3)));

        assertThat(data.get("steps").toString())
                .isEqualTo("[[\"wsgi\",\"\"],[\"repository\",\"Owners.findAll\"],"
                        + "[\"db\",\"SELECT street FROM address WHERE owner_id = ?\"]]");
        assertThat(data.get("places").toString()).isEqualTo("[[-1,0],[0,1],[1,2]]");
        assertThat(data.get("changes").get(0).toString()).startsWith("{\"place\":2,\"timeKnown\":true,");
        assertThat(data.get("leftOut").intValue()).isZero();
    }

    @Test
    void isBoundedWhateverTheTracesHold() throws IOException {
        List<TracePoint> points = new ArrayList<>();
        IntStream.range(0, 100).forEach(chain -> addChain(points, chain));
        Report report = Report.of(points);

        JsonNode data = data(Comparison.of(report, report));

        assertThat(data.get("places").size()).isLessThanOrEqualTo(PathTree.MOST_PLACES);
        assertThat(data.get("changes").size() + data.get("leftOut").intValue()).isEqualTo(100 * 256);
        assertThat(data.toString()).hasSizeLessThan(5_000_000);
    }

    @Test
    void oneTraceWithAnUnfinishedSpanIsEnoughForATimeToBeUnknown() throws IOException {
        Report good =
                TracePoints.report(TracePoints.span("r", "r", "base", 0, 100), TracePoints.span("a", "a", "r", 0, 9));
        Report hanging = TracePoints.report(
                TracePoints.span("r", "r", "base", 0, 100), Stream.of(TracePoints.start("a", "a", "r", 0)));

        JsonNode change = data(Comparison.of(List.of(good), List.of(good, hanging, good)))
                .get("changes")
                .get(0);

        assertThat(change.get("unfinished").toString()).isEqualTo("[0,0]");
        assertThat(change.get("timeKnown").booleanValue()).isFalse();
    }

    @Test
    void theTitleAndTheDataNameTheSameTrace() throws IOException {
        Comparison comparison = Comparison.of(
                List.of(ComparisonWordsTest.request("GET", "/a", 200, 9)),
                List.of(
                        ComparisonWordsTest.request("GET", "/b", 200, 9),
                        ComparisonWordsTest.request("GET", "/c", 500, 9)));

        assertThat(page(comparison)).contains("<title>Comparison: GET /c</title>");
        assertThat(data(comparison).get("after").get("title").stringValue()).isEqualTo("GET /c");
        assertThat(data(comparison).get("alike").booleanValue()).isFalse();
    }

    /** A path of its own for each span, whose subjects are long. */
    private static void addChain(List<TracePoint> points, int chain) {
        String parent = "base";
        for (int depth = 0; depth < 256; depth++) {
            String id = chain + "-" + depth;
            Map<String, ?> info = Map.of("function", Map.of("name", id.repeat(200)));
            points.add(TracePoints.point("step-start", id, parent, depth, info));
            points.add(TracePoints.stop("step", id, parent, 1_000 - depth));
            parent = id;
        }
    }

    private static JsonNode data(Comparison comparison) throws IOException {
        String page = page(comparison);
        int from = page.indexOf("id=\"data\">") + 10;
        return JsonMapper.shared().readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    private static String page(Comparison comparison) throws IOException {
        StringBuilder page = new StringBuilder();
        new ComparisonPage().render(comparison, page);
        return page.toString();
    }
}
