// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonWordsTest {

    private static final String SELECT = "SELECT street FROM address WHERE owner_id = ";

    @Test
    void namesWhatExplainsTheDifferenceWhereverItStands() {
        Comparison comparison = Comparison.of(owners("findAll", 102), owners("findAllWithAddresses", 1));

        ComparisonWords words = words(comparison);

        assertThat(words.headline().line(data -> data)).isEqualTo("202 ms faster, 96 %");
        assertThat(words.totals()).isEqualTo("210 ms → 8.00 ms");
        assertThat(lines(words.causes())).containsExactly("−202 ms of −202 ms: <db " + SELECT + "?>, 102 → 1");
        assertThat(words.cautions()).isEmpty();
        assertThat(new ComparisonWords(comparison, StandardCharsets.US_ASCII)
                        .causes()
                        .get(0)
                        .line(data -> data))
                .isEqualTo("-202 ms of -202 ms: db " + SELECT + "?, 102 to 1");
    }

    @Test
    void saysThatRequestsDifferAndOneWasRefused() {
        Comparison comparison =
                Comparison.of(request("GET", "/owners/7", 200, 5_000), request("POST", "/owners/7", 403, 2_000));

        assertThat(lines(words(comparison).cautions()))
                .containsExactly("The requests differ: <GET /owners/{id}> and <POST /owners/{id}>");
        assertThat(words(comparison).headline().line(data -> data))
                .isEqualTo("Not alike: the second was answered with an error");
    }

    @Test
    void requestsThatDifferInIdsAreAlike() {
        Comparison comparison =
                Comparison.of(request("GET", "/owners/7", 200, 5_000), request("GET", "/owners/8", 200, 2_000));

        assertThat(words(comparison).cautions()).isEmpty();
        assertThat(comparison.changes()).hasSize(1);
    }

    @Test
    void saysThatRangesOverlap() {
        Comparison comparison = Comparison.of(
                List.of(request("GET", "/a", 200, 5_000), request("GET", "/a", 200, 9_000)),
                List.of(request("GET", "/a", 200, 8_000), request("GET", "/a", 200, 12_000)));

        assertThat(lines(words(comparison).causes())).containsExactly("+3.00 ms of +3.00 ms: <wsgi>, ranges overlap");
        assertThat(lines(words(comparison).cautions()))
                .containsExactly("The ranges of the totals overlap: the difference may be chance");
        assertThat(words(comparison).headline().line(data -> data))
                .isEqualTo("3.00 ms slower, 43 % (medians of 2 and 2 traces)");
        assertThat(words(comparison).totals()).isEqualTo("7.00 ms (5.00 ms to 9.00 ms) → 10.0 ms (8.00 ms to 12.0 ms)");
    }

    @Test
    void saysThatASideMixesRequests() {
        Comparison comparison = Comparison.of(
                List.of(request("GET", "/a", 200, 5_000), request("GET", "/b", 200, 9_000)),
                List.of(request("GET", "/a", 200, 8_000)));

        assertThat(lines(words(comparison).cautions()))
                .containsExactly("The first traces are of different requests: <GET /a, GET /b>");
    }

    /** What JPA does for each row goes with the statements. */
    @Test
    void namesWhatIsGoneBeforeWhatItsCallerDidForIt() {
        Comparison comparison = Comparison.of(rows(101, 400), rows(1, 400));

        assertThat(lines(words(comparison).causes()))
                .containsExactly(
                        "−10.0 ms of −50.0 ms: <db " + SELECT + "?>, 101 → 1", "−40.0 ms: <service Owners.list>");
        assertThat(lines(words(Comparison.of(rows("a", 101), rows("b", 1))).causes()))
                .startsWith("−10.0 ms of −50.0 ms: <db " + SELECT + "?>, 101 → 1");
        assertThat(lines(words(Comparison.of(rows(1, 400), rows(101, 400))).causes()))
                .containsExactly(
                        "+10.0 ms of +50.0 ms: <db " + SELECT + "?>, 1 → 101", "+40.0 ms: <service Owners.list>");
    }

    /** A caller that does less for other reasons comes first, as it explains more. */
    @Test
    void whatIsCalledAsOftenStaysBehindWhatExplainsMore() {
        assertThat(lines(words(Comparison.of(rows(101, 1_000), rows(101, 100))).causes()))
                .containsExactly("−90.9 ms of −90.9 ms: <service Owners.list>");
        assertThat(lines(words(Comparison.of(rows(1, 1_000), rows(3, 40_000))).causes()))
                .startsWith("+119 ms of +119 ms: <service Owners.list>");
    }

    @Test
    void warnsWhereOneSideWasCold() {
        Report cold = request(1_200_000, 3_000, 812);
        Report warm = request(80_000, 700_000, 0);

        assertThat(lines(words(Comparison.of(cold, warm)).cautions()))
                .containsExactly("The first trace may be a cold start: the application had been up for 3.00 s, and 812"
                        + " classes were loaded meanwhile; for the second it had been up for 11:40 min");
        assertThat(lines(words(Comparison.of(List.of(warm, warm), List.of(cold, cold, warm)))
                        .cautions()))
                .first()
                .asString()
                .startsWith("The second traces may be cold starts: the application had been up for 3.00 s");
        assertThat(lines(words(Comparison.of(cold, cold)).cautions())).isEmpty();
        assertThat(lines(words(Comparison.of(warm, warm)).cautions())).isEmpty();
        assertThat(lines(words(Comparison.of(cold, request("GET", "/owners", 200, 80_000)))
                        .cautions()))
                .isEmpty();
    }

    @Test
    void writesMarkdownInWhichDataIsNoMarkup() throws IOException {
        StringBuilder out = new StringBuilder();
        new ComparisonMarkdown()
                .render(
                        Comparison.of(request("GET", "/a|b", 200, 5_000), request("GET", "/<b>`", 200, 5_500)),
                        List.of("total>+5%: 5.00 ms → 5.50 ms, +500 µs, 10 %"),
                        out);

        assertThat(out.toString())
                .startsWith("## Comparison: `` GET /<b>` ``\n\n**500 µs slower, 10 %**: 5.00 ms → 5.50 ms\n")
                .contains(
                        "> **Note:** The requests differ: `GET /a|b` and `` GET /<b>` ``",
                        "- **Failed:** `total>+5%: 5.00 ms → 5.50 ms, +500 µs, 10 %`",
                        "- +500 µs of +500 µs: `wsgi`",
                        "| `wsgi` | +500 µs | 5.00 ms | 5.50 ms | +500 µs | 1 | 0 |");
    }

    static ComparisonWords words(Comparison comparison) {
        return new ComparisonWords(comparison, StandardCharsets.UTF_8);
    }

    private static List<String> lines(List<Sentence> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.line(data -> "<" + data + ">"))
                .toList();
    }

    /** A request with a statement of 2 ms for each address, and 6 ms of others. */
    static Report owners(String method, int statements) {
        List<TracePoint> points = new ArrayList<>();
        int end = 6_000 + 2_000 * statements;
        points.add(TracePoints.point("wsgi-start", "r", "base", 0, served("GET", "/owners")));
        points.add(TracePoints.point(
                "repository-start", "m", "r", 2_000, Map.of("function", Map.of("name", "a.Owners." + method))));
        for (int i = 0; i < statements; i++) {
            int at = 3_000 + 2_000 * i;
            points.add(TracePoints.point(
                    "db-start", "s" + i, "m", at, Map.of("db", Map.of("statement", SELECT + (1_000 + i)))));
            points.add(TracePoints.stop("db", "s" + i, "m", at + 2_000));
        }
        points.add(TracePoints.stop("repository", "m", "r", end - 1_000));
        points.add(TracePoints.stop("wsgi", "r", "base", end));
        return Report.of(points);
    }

    private static Report rows(int statements, int microsBetween) {
        return rows("list", statements, microsBetween);
    }

    /** The same below another controller. */
    private static Report rows(String controller, int statements) {
        return rows(controller, statements, 400);
    }

    /** A service that asks for each row, 100 µs each, and makes something of it. */
    private static Report rows(String controller, int statements, int microsBetween) {
        List<TracePoint> points = new ArrayList<>();
        int step = 100 + microsBetween;
        int end = 3_000 + step * statements;
        points.add(TracePoints.point("wsgi-start", "r", "base", 0, served("GET", "/owners")));
        points.add(TracePoints.point(
                "controller-start", "c", "r", 1_000, Map.of("function", Map.of("name", "a.Web." + controller))));
        points.add(TracePoints.point(
                "service-start", "m", "c", 1_000, Map.of("function", Map.of("name", "a.Owners.list"))));
        for (int i = 0; i < statements; i++) {
            int at = 2_000 + step * i;
            points.add(TracePoints.point(
                    "db-start", "s" + i, "m", at, Map.of("db", Map.of("statement", SELECT + (1_000 + i)))));
            points.add(TracePoints.stop("db", "s" + i, "m", at + 100));
        }
        points.add(TracePoints.stop("service", "m", "c", end - 1_000));
        points.add(TracePoints.stop("controller", "c", "r", end - 1_000));
        points.add(TracePoints.stop("wsgi", "r", "base", end));
        return Report.of(points);
    }

    /** One that tells how new the application is. */
    private static Report request(int micros, long uptimeMillis, int classes) {
        Map<String, ?> start = Map.of(
                "request",
                Map.of("method", "GET", "path", "/owners"),
                "process",
                Map.of("uptime_micros", 1_000 * uptimeMillis, "classes", 9_000));
        return Report.of(List.of(
                TracePoints.point("wsgi-start", "r", "base", 0, start),
                TracePoints.point(
                        "wsgi-stop",
                        "r",
                        "base",
                        micros,
                        Map.of("response", Map.of("status", 200), "process", Map.of("classes", 9_000 + classes)))));
    }

    static Report request(String method, String path, int status, int micros) {
        return Report.of(List.of(
                TracePoints.point("wsgi-start", "r", "base", 0, served(method, path)),
                TracePoints.point("wsgi-stop", "r", "base", micros, Map.of("response", Map.of("status", status)))));
    }

    private static Map<String, ?> served(String method, String path) {
        return Map.of("request", Map.of("method", method, "path", path));
    }
}
