// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.RecordedTrace;
import io.profiler.report.Rendering;
import io.profiler.report.RepeatedHeaders;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.internal.text.TextWidth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeReportRendererTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exception-in-the-middle",
                "long-trace",
                "nested-4-levels",
                "parent-cycle",
                "sqlalchemy-statements",
                "stop-only",
                "two-services",
                "unfinished-span",
                "unicode-control-quotes",
                "zaqar-claim-create",
                "zaqar-with-other-parent-id"
            })
    void drawsRecordedTraces(String name) {
        String tree = Rendering.tree(RecordedTrace.named(name).report());

        assertThat(tree + "\n").isEqualTo(RecordedTrace.text("tree/" + name + ".txt"));
    }

    @Test
    void drawsInAsciiWhereTheCharsetHasNoLines() {
        TreeOptions ascii = new TreeOptions(StandardCharsets.US_ASCII, false, 100);

        String tree = Rendering.text(
                new TreeReportRenderer(ascii, Rendering.CLOCK),
                RecordedTrace.named("unicode-control-quotes").report());

        assertThat(tree + "\n").isEqualTo(RecordedTrace.text("tree/ascii.txt"));
    }

    @Test
    void coloursOnlyWhenTold() {
        Report report = RecordedTrace.named("exception-in-the-middle").report();
        TreeOptions coloured = new TreeOptions(StandardCharsets.UTF_8, true, 160);

        String tree = Rendering.text(new TreeReportRenderer(coloured, Rendering.CLOCK), report);

        assertThat(tree).contains("\u001b[1;31m✗ ValueError: boom in the middle\u001b[0m");
        assertThat(tree.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualToNormalizingWhitespace(Rendering.tree(report));
        assertThat(Rendering.tree(report)).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.RecordedTrace#all")
    void boundsEveryLine(RecordedTrace trace) {
        TreeOptions narrow = new TreeOptions(StandardCharsets.UTF_8, false, 80);

        String tree = Rendering.text(new TreeReportRenderer(narrow, Rendering.CLOCK), trace.report());

        assertThat(tree.lines()).allMatch(line -> TextWidth.of(line) <= 80);
    }

    @Test
    void cutsByTheWidthOnTheScreen() {
        assertThat(titleOf("\u6f22".repeat(100))).isEqualTo("\u6f22".repeat(79) + "\u2026");
        assertThat(titleOf("e\u0301".repeat(150))).isEqualTo("e\u0301".repeat(150));
        assertThat(titleOf("e" + "\u0301".repeat(5000))).hasSizeLessThan(1500).endsWith("\u0301\u2026");
    }

    private static String titleOf(String name) {
        return Rendering.tree(Report.of(List.of(TracePoints.start(name, "1", "base", 0))))
                .lines()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hostileDataCannotControlTheTerminal() {
        String hostile = "\u001b]0;owned\u0007\u202e\r\n" + "x".repeat(100_000);
        TracePoint start = hostile(hostile, hostile);
        TracePoint stop = hostile("stop", hostile);

        String tree = Rendering.tree(Report.of(List.of(start, stop)));

        assertThat(tree.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
        assertThat(tree).doesNotContain("\u202e").contains("\\x1b]0;owned\\x07\\u202e\\r\\n");
        assertThat(tree.lines()).hasSizeLessThan(12).allMatch(line -> line.length() <= 160);
    }

    private static TracePoint hostile(String name, String hostile) {
        String timestamp = "2026-01-31T12:00:00.000000";
        return new TracePoint(name, hostile, "id", hostile, timestamp, hostileInfo(hostile), hostile, hostile);
    }

    private static Map<String, Object> hostileInfo(String hostile) {
        return Map.of(
                "etype", hostile,
                "message", hostile,
                "host", hostile,
                "request", Map.of("path", hostile, "method", hostile),
                "db", List.of(hostile));
    }

    @Test
    void drawsTenThousandSpansDeep() {
        String tree = Rendering.tree(Report.of(TracePoints.nested(10_000)));

        List<String> lines = tree.lines().toList();
        assertThat(lines).hasSize(10_000 + 7);
        assertThat(lines.get(10_006)).endsWith("└─ n").contains("…99");
    }

    @Test
    void drawsAClockThatRanBackwards() {
        String tree = Rendering.tree(Report.of(List.of(
                TracePoints.start("a", "1", "base", 5000),
                TracePoints.stop("a", "1", "base", 2000),
                TracePoints.start("b", "2", "1", 1000),
                TracePoints.stop("b", "2", "1", 9000))));

        assertThat(tree).contains("-3.00 ms");
    }

    @Test
    void drawsARequestAfterTheOther() {
        String tree = Rendering.tree(RepeatedHeaders.threeInTwelveMinutes());

        assertThat(tree + "\n").isEqualTo(RecordedTrace.text("tree/three-requests.txt"));
    }

    @Test
    void saysThatARequestWasAnsweredWithAnError() {
        String tree = Rendering.tree(TracePoints.report(RepeatedHeaders.request("a", "GET", "/", 404, 0, 10)));

        assertThat(tree)
                .contains("10 µs, 10 µs (100.0 %) unexplained, 1 span in 1 service (demo/api), HTTP 404\n")
                .doesNotContain("no errors");
    }

    /** What failed, and what ran beside another, is seen each by itself. */
    @Test
    void foldsWhatIsDoneOneAfterTheOther() {
        Report report = TracePoints.report(
                TracePoints.span("wsgi", "1", "base", 0, 100),
                TracePoints.span("db", "2", "1", 10, 20),
                TracePoints.span("db", "3", "1", 20, 35),
                TracePoints.span("db", "4", "1", 40, 45),
                TracePoints.span("call", "6", "1", 50, 60),
                TracePoints.span("call", "7", "1", 55, 65),
                TracePoints.span("call", "8", "1", 60, 70),
                TracePoints.span("view", "9", "1", 90, 110),
                TracePoints.span("view", "10", "1", 110, 120),
                TracePoints.span("view", "11", "1", 120, 130));

        assertThat(rows(Rendering.tree(report)))
                .hasSize(6)
                .element(1)
                .asString()
                .matches(" +10 µs +30 µs +30 µs  ·▇+·+  ├─ db × 3");
    }

    /** Nine rows and the statement of each, two of some and one of others. */
    @Test
    void foldsWhatIsBelowAsWell() {
        List<TracePoint> points = new ArrayList<>();
        TracePoints.span("wsgi", "0", "base", 0, 1000).forEach(points::add);
        for (int row = 1; row < 10; row++) {
            String id = "r" + row;
            TracePoints.span("row", id, "0", 100 * row, 100 * row + 80).forEach(points::add);
            TracePoints.span("db", id + "a", id, 100 * row, 100 * row + 10).forEach(points::add);
            if (row % 2 == 0) {
                TracePoints.span("db", id + "b", id, 100 * row + 10, 100 * row + 20)
                        .forEach(points::add);
            }
        }
        Report report = Report.of(points);

        List<String> rows = rows(Rendering.tree(report));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).matches(" +100 µs +720 µs +590 µs  .*  └─ row × 9");
        assertThat(rows.get(2)).matches(" +100 µs +130 µs +130 µs  .*     └─ db × 13");
        TreeOptions unfolded = TreeOptions.plain().unfolded();
        assertThat(rows(Rendering.text(new TreeReportRenderer(unfolded, Rendering.CLOCK), report)))
                .hasSize(1 + 9 + 13);
    }

    /** Where preparing takes long, it is a span of its own between two executions; they are one N+1 all the same. */
    @Test
    void foldsExecutionsThatPreparationsStandBetween() {
        List<TracePoint> points = new ArrayList<>();
        TracePoints.span("wsgi", "0", "base", 0, 1000).forEach(points::add);
        for (int row = 1; row < 10; row++) {
            if (row % 3 == 1) {
                addStatement("db.prepareStatement", "p" + row, 100 * row, 100 * row + 10, points);
            }
            addStatement("db", "s" + row, 100 * row + 10, 100 * row + 30, points);
        }
        Report report = Report.of(points);

        List<String> rows = rows(Rendering.tree(report));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .matches(
                        " +100 µs +210 µs +210 µs  .*  └─ db × 9 \\(with preparing\\)  select name from pet where id=\\?");
    }

    /** What is prepared for another statement is none of it. */
    @Test
    void preparationsOfOthersStandBetween() {
        List<TracePoint> points = new ArrayList<>();
        TracePoints.span("wsgi", "0", "base", 0, 1000).forEach(points::add);
        for (int row = 1; row < 5; row++) {
            addStatement("db", "s" + row, 100 * row, 100 * row + 20, points);
            TracePoints.span("db.prepareStatement", "p" + row, "0", 100 * row + 30, 100 * row + 40)
                    .forEach(points::add);
        }

        assertThat(rows(Rendering.tree(Report.of(points)))).hasSize(9);
    }

    /** One execution is no repeat, however often it is prepared. */
    @Test
    void oneExecutionIsShownWithItsPreparations() {
        List<TracePoint> points = new ArrayList<>();
        TracePoints.span("wsgi", "0", "base", 0, 1000).forEach(points::add);
        for (int row = 1; row < 4; row++) {
            addStatement("db.prepareStatement", "p" + row, 100 * row, 100 * row + 10, points);
        }
        addStatement("db", "s", 400, 420, points);

        assertThat(rows(Rendering.tree(Report.of(points)))).hasSize(5);
    }

    private static void addStatement(String name, String id, int from, int to, List<TracePoint> points) {
        Map<String, ?> info = Map.of("db", Map.of("statement", "select name from pet where id=?"));
        points.add(TracePoints.point(name + "-start", id, "0", from, info));
        points.add(TracePoints.stop(name, id, "0", to));
    }

    private static List<String> rows(String tree) {
        return tree.lines().filter(line -> line.contains("▇")).toList();
    }

    @Test
    void theBarTakesTheRoomThatThereIs() {
        Report report = TracePoints.report(TracePoints.span("wsgi", "1", "base", 0, 100));

        assertThat(List.of(80, 160, 1000))
                .map(columns -> barOf(report, columns))
                .containsExactly(8, 24, 40);
    }

    private static int barOf(Report report, int columns) {
        TreeOptions options = new TreeOptions(StandardCharsets.UTF_8, false, columns);
        String tree = Rendering.text(new TreeReportRenderer(options, Rendering.CLOCK), report);
        return (int) tree.chars().filter(c -> c == '▇').count();
    }

    @Test
    void drawsNoPoints() {
        assertThat(Rendering.tree(Report.of(List.of()))).startsWith("no spans\n0 µs, 0 spans, no errors\n");
    }
}
