// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.format.ChromeReportRenderer;
import io.profiler.report.json.JsonReportRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be taken out of the page of a trace. */
class TraceExportsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1400,900");

    @TempDir
    private Path directory;

    @TempDir
    private Path saved;

    @BeforeEach
    void saveFilesWithoutAsking() {
        CHROMIUM.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", saved.toString()));
    }

    @AfterEach
    void theConsoleIsEmptyAndNothingWasLoaded() {
        CHROMIUM.assertQuiet();
    }

    private static TracePoint point(String name, String id, String parent, int micros, Map<String, Object> info) {
        return new TracePoint(
                name,
                "base",
                id,
                parent,
                String.format(Locale.ROOT, "2026-01-31T12:00:00.%06d", micros),
                info,
                "demo",
                "api");
    }

    /** With values of all kinds, two that run side by side, one that never ends, and what a copy should not tell. */
    private static Report order() {
        Map<String, ?> request = Map.of("path", "/orders/7", "query", "token=secret-query", "method", "GET");
        Map<String, ?> function =
                Map.of("name", "com.acme.Orders.find", "args", "('secret-argument',)", "kwargs", "{'größe': 1.50}");
        return Report.of(List.of(
                point("wsgi-start", "a", "base", 0, Map.of("host", "secret-host", "request", request)),
                point("orders-start", "b", "a", 1_000, Map.of("host", "secret-host", "function", function)),
                point("db-start", "c", "b", 2_000, statement("SELECT a FROM secret_table WHERE id = ?", 7)),
                point("db-stop", "c", "b", 7_250, Map.of("host", "secret-host", "rows", List.of(1, 2.5, Map.of()))),
                point(
                        "db-start",
                        "d",
                        "b",
                        6_000,
                        statement("SELECT b FROM secret_table", "\u017elu\u0165 \ud83d\ude00")),
                point(
                        "db-stop",
                        "d",
                        "b",
                        9_000,
                        Map.of(
                                "host",
                                "other-host",
                                "etype",
                                "java.sql.SQLException",
                                "message",
                                "secret-message",
                                "stack",
                                "at com.acme.Orders.find(Orders.java:7)\nCaused by: E: secret-cause")),
                point("lost-start", "e", "gone", 9_500, Map.of()),
                point("orders-stop", "b", "a", 9_600, Map.of("host", "secret-host")),
                point(
                        "wsgi-stop",
                        "a",
                        "base",
                        12_000,
                        Map.of("host", "secret-host", "response", Map.of("status", 200)))));
    }

    private static Map<String, Object> statement(String text, Object parameter) {
        return Map.of(
                "host",
                "secret-host",
                "db",
                Map.of("statement", text, "params", List.of(parameter, "secret-parameter")));
    }

    private TracePage open(Report report) {
        return TracePage.of(report, CHROMIUM.driver(), directory, "");
    }

    private String savedBy(TracePage page, String button) throws IOException {
        page.press("Export");
        page.press(button);
        page.keys(Keys.ESCAPE);
        page.until(() -> files().anyMatch(file -> !file.toString().endsWith(".crdownload")));
        Path file = files().findFirst().orElseThrow();
        String text = Files.readString(file);
        Files.delete(file);
        return text;
    }

    private Stream<Path> files() {
        try (Stream<Path> files = Files.list(saved)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String rendered(ReportRenderer renderer, Report report) throws IOException {
        StringBuilder text = new StringBuilder();
        renderer.render(report, text);
        return text.toString();
    }

    @Test
    void savesTheJsonOfOsprofilerByteForByte() throws IOException {
        Report report = order();

        assertThat(savedBy(open(report), "JSON")).isEqualTo(rendered(new JsonReportRenderer(), report));
        Report repeated = RepeatedHeaders.threeInTwelveMinutes();
        assertThat(savedBy(open(repeated), "JSON")).isEqualTo(rendered(new JsonReportRenderer(), repeated));
    }

    @Test
    void savesTheEventsOfChromeThatTheCommandWrites() throws IOException {
        Report report = order();

        JsonNode events = JSON.readTree(savedBy(open(report), "Chrome trace")).get("traceEvents");

        assertThat(events)
                .hasSize(10)
                .containsExactlyElementsOf(JSON.readTree(rendered(new ChromeReportRenderer(), report))
                        .get("traceEvents"));
    }

    /** With the methods that looks found. */
    @Test
    void savesTheMethodsThatTheCommandWrites() throws IOException {
        Report report = SampledRequest.report();
        String events = rendered(new ChromeReportRenderer(), report);

        assertThat(JSON.readTree(savedBy(open(report), "Chrome trace")).get("traceEvents"))
                .containsExactlyElementsOf(JSON.readTree(events).get("traceEvents"));
        assertThat(events).contains("\"cat\":\"method\"");
    }

    @Test
    void copiesASummaryForAnIssueAndALinkToWhatIsShown() {
        TracePage page = open(order());
        page.run("navigator.clipboard.writeText = async text => { window.copied = text; }");
        page.search("orders");

        page.press("Export");
        page.press("Link");
        page.until(() -> String.valueOf(page.run("return copied")).endsWith("#search=orders&span=b&details=closed"));
        page.press("Markdown");
        page.until(() -> String.valueOf(page.run("return copied")).startsWith("## `GET /orders/7"));
        page.keys(Keys.ESCAPE);

        assertThat(String.valueOf(page.run("return copied")))
                .contains("**12.0 ms**, 5 spans in `demo/api`, 1 error")
                .contains(
                        "### Critical path: what the end waited for\n\n| What | Count | Time | Share |\n|---|---:|---:|---:|\n")
                .contains("| `SELECT a FROM secret_table WHERE id = ?` | 1 | 0 | 5.25 ms |")
                .contains("- `db SELECT b FROM secret_table`: `java.sql.SQLException: secret-message`");
    }

    @Test
    void aPageToShareTellsNoValuesAndWorks() throws IOException {
        String shared = savedBy(open(order()), "Page to share");

        assertThat(shared).doesNotContain("secret", "other-host", "gr\\u00f6", "\\u017elu");
        Path file = Files.writeString(directory.resolve("shared.html"), shared);
        CHROMIUM.driver().get(file.toUri().toString());
        TracePage page = TracePage.in(CHROMIUM.driver());
        page.until(() -> page.rows().equals(List.of("wsgi", "orders", "db", "db", "lost")));
        assertThat(page.find("h1").getText()).isEqualTo("GET /orders/7");
        assertThat(page.find(".findings").getText()).startsWith("A copy without arguments");
        assertThat(page.texts(".rows .subject"))
                .contains("GET /orders/7", "Orders.find", "SELECT statement 1", "SELECT statement 2");
        assertThat(page.find(".verdict").getText()).contains("SQLException").contains("statement");
        page.find("#waterfall").sendKeys(Keys.END, Keys.ARROW_UP, Keys.ENTER);
        assertThat(page.find("#details").getText()).contains("java.sql.SQLException", "host-", "9.00 ms");
        page.press("Statistics");
        assertThat(page.find(".statistics").getText()).contains("SELECT statement 1", "com.acme.Orders.find");
        assertThat(savedBy(page, "JSON"))
                .contains("\"name\": \"com.acme.Orders.find\"")
                .doesNotContain("secret");
    }
}
