// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

class ComparisonPageTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1360,900");

    @TempDir
    private Path directory;

    @AfterEach
    void theConsoleIsEmptyAndNothingWasLoaded() {
        CHROMIUM.assertQuiet();
    }

    private TracePage orders() throws IOException {
        return ComparedTraces.ofOrders(CHROMIUM.driver(), directory);
    }

    private static List<String> names(TracePage page) {
        return page.texts(".changes .last .name");
    }

    @Test
    void showsBothTracesAndWhatChangedMostFirst() throws IOException {
        TracePage page = orders();

        assertThat(page.find(".verdict").getText()).isEqualTo("▼ 60.0 ms faster, 33 %");
        assertThat(page.texts(".totals tbody tr"))
                .startsWith("Total 184 ms 124 ms ▼ −60.0 ms, −33 %", "Spans 59 13 −46", "Errors ✕ 2 0 −2");
        assertThat(names(page))
                .startsWith("db", "reserve_line", "message_store")
                .hasSize(12);
        assertThat(page.texts(".causes li")).hasSize(3);
        assertThat(page.texts(".causes li").get(0))
                .startsWith("−63.7 ms: db SELECT m.id, ")
                .endsWith(", 47 → 1");
        assertThat(page.texts(".changes .above").get(0))
                .isEqualTo("wsgi › MessagesController.post › MongoMessagesStore.post");
        assertThat(page.texts(".only")).containsExactly("− only before", "+ only after");
        assertThat(page.texts(".changes tbody tr").get(1))
                .contains("▲ +60.5 ms", "+65 %", "93.3 ms", "154 ms", "✕ 1 → 0");
    }

    @Test
    void sortsByTheHeadingThatIsPressed() throws IOException {
        TracePage page = orders();

        page.press("Self time");
        assertThat(names(page)).startsWith("reserve_line", "wsgi");
        page.press("Self time");
        assertThat(names(page)).startsWith("db", "message_store");
        page.press("With all below");
        assertThat(names(page)).startsWith("message_store", "db");
        page.press("After");
        assertThat(names(page)).startsWith("reserve_line", "audit_log");
        assertThat(page.texts("[aria-sort=descending]")).hasSize(1);
        page.press("Path");
        assertThat(names(page)).startsWith("wsgi", "controller");
    }

    @Test
    void filtersByTextAndKindFromTheKeyboard() throws IOException {
        TracePage page = orders();

        page.find("body").sendKeys("/");
        page.keys("HTTP_client");
        assertThat(names(page)).containsExactly("reserve_line", "wsgi", "http_client");
        assertThat(page.find("#found").getText()).isEqualTo("3 of 12 paths");
        page.keys(Keys.ESCAPE);
        page.keys(Keys.TAB, "Only a");
        assertThat(names(page)).containsExactly("outbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isAccessible(String theme) throws IOException {
        orders().useTheme(theme);

        Accessibility.assertGood(CHROMIUM.driver());
    }

    @Test
    void fitsANarrowWindow() throws IOException {
        TracePage page = orders();
        page.resize(500, 900);
        try {
            assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        } finally {
            page.resize(1360, 900);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>document.title = 'owned'</script>",
                "<img src=x onerror=\"document.title = 'owned'\">",
                "__proto__",
                "\u202e right to left",
                "\ud800"
            })
    void showsWhateverDataHoldsAsText(String hostile) throws IOException {
        TracePage page = ComparedTraces.of(report(hostile), report("other"), CHROMIUM.driver(), directory);

        assertThat(page.texts(".totals td").toString())
                .contains(hostile.codePoints().anyMatch(c -> c > 127) ? "\\u" : hostile);
        assertThat((String) page.run("return document.title")).startsWith("Comparison: ");
        assertThat(page.all("img, iframe, main a")).isEmpty();
        assertThat(page.all("script")).hasSize(1);
    }

    @Test
    void saysThatTheRequestsDifferAndThatRangesOverlap() throws IOException {
        Report list = RepeatedHeaders.report(RepeatedHeaders.request("a", "GET", "/orders", 200, 0, 5_000));
        Report create = RepeatedHeaders.report(RepeatedHeaders.request("a", "POST", "/orders", 200, 0, 9_000));

        TracePage page = ComparedTraces.of(
                Comparison.of(List.of(list, list, create), List.of(create, list)), CHROMIUM.driver(), directory);
        assertThat(page.texts(".caution"))
                .containsExactly(
                        "⚠ The first traces are of different requests: GET /orders, POST /orders",
                        "⚠ The second traces are of different requests: GET /orders, POST /orders",
                        "⚠ The ranges of the totals overlap: the difference may be chance");
        assertThat(page.find(".totals .strong").getText()).contains("5.00 ms to 9.00 ms");
        page = ComparedTraces.of(list, create, CHROMIUM.driver(), directory);
        assertThat(page.texts(".caution")).containsExactly("⚠ The requests differ: GET /orders and POST /orders");
        assertThat(page.find(".causes").getText()).isEqualTo("+4.00 ms of +4.00 ms: wsgi");
    }

    @Test
    void drawsTheDifferencesAsAFlameGraph() throws IOException {
        TracePage page = orders();

        page.find(".difference-flame summary").click();
        page.until(() -> !page.all(".difference-block").isEmpty());
        assertThat(page.texts(".difference-block"))
                .startsWith("Both traces", "▲ +23 µs wsgi", "▼ −191 µs MessagesController.post");
        page.find(".difference-block").sendKeys(Keys.ARROW_DOWN);
        page.keys(Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(page.find("#difference-words").getText())
                .isEqualTo(
                        "controller MessagesController.post: 8.60 ms → 8.41 ms by itself, ▼ −60.1 ms with all below");
        assertThat(page.texts(".difference-block.faster").toString()).contains("▼ −63.7 ms SELECT m.id");
        page.keys(Keys.ESCAPE);
        assertThat(page.find("#difference-words").getText()).startsWith("A block is as wide as");
    }

    @Test
    void anAnswerWithAnErrorIsNotFaster() throws IOException {
        TracePage page = ComparedTraces.of(answered(200, 50_000), answered(404, 2_000), CHROMIUM.driver(), directory);

        assertThat(page.find(".verdict").getText()).isEqualTo("Not alike: the second was answered with an error");
        assertThat(page.find(".verdict").getDomAttribute("class")).isEqualTo("verdict");
        assertThat(page.find(".totals").getText()).contains("Answers no error ✕ HTTP 404");
    }

    private static Report answered(int status, long micros) {
        return RepeatedHeaders.report(RepeatedHeaders.request("a", "GET", "/orders", status, 0, micros));
    }

    @Test
    void doesNotTakeASpanThatNeverEndedForAFasterOne() throws IOException {
        Report hanging = Report.of(points("wsgi").subList(0, 1));

        TracePage page = ComparedTraces.of(report("wsgi"), hanging, CHROMIUM.driver(), directory);

        assertThat(page.find(".verdict").getText()).isEqualTo("Total unknown: the second trace is unfinished");
        assertThat(page.texts(".totals tbody tr")).contains("Unfinished 0 1 +1");
        assertThat(page.texts(".totals tbody tr").get(0)).endsWith("unknown");
        assertThat(page.texts(".changes tbody tr").toString()).contains("unknown", "… 1 unfinished");
        page.find("#kind").sendKeys("Faster");
        assertThat(page.find("#found").getText()).isEqualTo("0 of 1 path");
        Comparison oneOfThree =
                Comparison.of(List.of(report("wsgi")), List.of(report("wsgi"), hanging, report("wsgi")));
        page = ComparedTraces.of(oneOfThree, CHROMIUM.driver(), directory);
        assertThat(page.texts(".changes tbody tr").toString()).contains("unknown", "some unfinished");
    }

    private static Report report(String text) {
        return Report.of(points(text));
    }

    private static List<TracePoint> points(String text) {
        Map<String, Object> info = Map.of("request", Map.of("method", "GET", "path", text), "host", text);
        return List.of(
                new TracePoint(text + "-start", "base", "id", "base", "2026-01-31T12:00:00.000000", info, text, text),
                new TracePoint(text + "-stop", "base", "id", "base", "2026-01-31T12:00:00.000900", info, text, text));
    }
}
