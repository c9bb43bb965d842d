// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.profiler.point.TracePoint;
import io.profiler.recordings.Recordings;
import io.profiler.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

class TracePageTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1400,900");

    @TempDir
    private Path directory;

    @AfterEach
    void theConsoleIsEmptyAndNothingWasLoaded() {
        CHROMIUM.assertQuiet();
    }

    private TracePage open(String trace) {
        return TracePage.ofRecorded(trace, CHROMIUM.driver(), directory);
    }

    @ParameterizedTest
    @MethodSource("unlikeTraces")
    void opensARecordedTraceOfEachShape(String trace) {
        TracePage page = open(trace);

        assertThat(page.find("h1").getText()).isNotEmpty();
        assertThat(page.texts("#head .facts dt"))
                .contains("Total", "Spans", "Errors", "Unfinished", "Orphans", "Complete");
    }

    /** Zaqar's are all of one shape. */
    static Stream<String> unlikeTraces() {
        return Recordings.tracesWithReport().stream()
                .filter(name -> !name.startsWith("zaqar-") || name.equals("zaqar-message-post-500"));
    }

    @Test
    void showsWhatATraceIsInItsHead() {
        TracePage page = open("exception-in-the-middle");

        assertThat(page.find("h1").getText()).isEqualTo("POST /x");
        assertThat(page.find(".outcome").getText()).isEqualTo("Completed with 1 error");
        assertThat(page.find("#head").getText())
                .contains("started 2026-11-22 14:44:29.278449 UTC", "8.60 ms", "demo/api");
        assertThat(page.rows()).containsExactly("wsgi", "rpc", "db", "cache");
        assertThat(page.find(".row.failed .failure").getText()).isEqualTo("✕ ValueError");
        assertThat(page.find(".row.failed .what").getDomAttribute("title")).startsWith("rpc ✕ ValueError");
    }

    /** Ticks are counted from the first point, and so far from it scripts cannot count by one. */
    @Test
    void zoomsTwoThousandYearsAfterTheFirstPoint() {
        Report report = Report.of(List.of(
                point("wsgi-start", "a", "base", "0001-01-01T00:00:00.000000"),
                point("db-start", "b", "a", "2026-01-31T12:00:00.000000"),
                point("db-stop", "b", "a", "2026-01-31T12:00:00.000010"),
                point("wsgi-stop", "a", "base", "2026-01-31T12:00:00.000020")));
        TracePage page = TracePage.of(report, CHROMIUM.driver(), directory, "");

        page.find("#waterfall").sendKeys(Keys.END, "z", Keys.ENTER);

        assertThat(page.find("#details").getText()).contains("db");
    }

    @Test
    void saysWhatARequestWentThroughWhereNoSpanIs() {
        Map<String, ?> request = Map.of("request", Map.of("path", "/", "method", "GET"));
        Map<String, ?> phase = Map.of("name", "filters", "from", 0, "micros", 400);
        Report report = Report.of(List.of(
                point("wsgi-start", "a", "base", "2026-01-31T12:00:00.000000", request),
                point("mail-start", "b", "a", "2026-01-31T12:00:00.000500", Map.of()),
                point("wsgi-stop", "a", "base", "2026-01-31T12:00:00.001000", Map.of("phases", List.of(phase))),
                point("mail-stop", "b", "a", "2026-01-31T12:00:00.001500", Map.of())));
        TracePage page = TracePage.of(report, CHROMIUM.driver(), directory, "");

        assertThat(page.find("#head").getText()).contains("100 µs (10 %)");
        assertThat(page.texts(".in-phases span")).containsExactly("filters");
        assertThat(page.texts(".row .state")).contains("late");
        page.find("#waterfall").sendKeys(Keys.HOME, Keys.ENTER);
        assertThat(page.find("#details .phases").getText()).contains("filters", "400 µs", "40 %");
    }

    private static TracePoint point(String name, String id, String parent, String timestamp) {
        return point(name, id, parent, timestamp, Map.of());
    }

    private static TracePoint point(String name, String id, String parent, String timestamp, Map<String, ?> info) {
        Map<String, Object> onHost = new HashMap<>(info);
        onHost.put("host", "h");
        return new TracePoint(name, "base", id, parent, timestamp, onHost, "demo", "api");
    }

    @Test
    void collapsesAndExpandsOneLevelOrAll() {
        TracePage page = open("nested-4-levels");
        assertThat(page.rows()).hasSize(5);

        page.press("Collapse all");
        page.until(() -> page.rows().size() == 1);
        page.press("One level more");
        page.until(() -> page.rows().size() == 2);
        page.press("Expand all");
        page.until(() -> page.rows().size() == 5);
        page.find(".row[aria-rowindex='2'] .toggle").click();
        page.until(() -> page.rows().size() == 1);
    }

    @Test
    void theTimesOnTheRulerStandApart() {
        Report report = Report.of(List.of(
                new TracePoint("wsgi-start", "t", "s", "t", "2026-01-31T12:00:00.000000", Map.of(), "p", "s"),
                new TracePoint("wsgi-stop", "t", "s", "t", "2026-01-31T12:00:00.362000", Map.of(), "p", "s")));
        TracePage page = TracePage.of(report, CHROMIUM.driver(), directory, "");
        for (int width = 1000; width <= 1400; width += 50) {
            page.resize(width, 900);

            page = TracePage.of(report, CHROMIUM.driver(), directory, "");

            assertThat(page.run("""
                    const labels = [...document.querySelectorAll('#waterfall .ruler span')].map(label => label.getBoundingClientRect());
                    return labels.slice(1).every((label, i) => labels[i].right <= label.left)""")).as("in " + width + " pixels").isEqualTo(true);
        }
    }

    @Test
    void foldsRepeatsAndUnfoldsThem() {
        TracePage page = open("spans-200");
        assertThat(page.rows()).containsExactly("root", "29 × op1");

        page.keys(Keys.ARROW_DOWN, Keys.ARROW_RIGHT);

        page.until(() -> page.rows().size() > 20);
        assertThat(page.rows().subList(0, 4)).startsWith("root", "29 × op1", "op1");
    }

    @Test
    void isUsedByKeyboardAlone() {
        TracePage page = open("nested-4-levels");
        assertThat(page.selectedRow()).startsWith("wsgi");

        page.keys(Keys.END);
        page.until(() -> page.selectedRow().startsWith(page.rows().get(4)));
        page.keys(Keys.HOME, Keys.ARROW_RIGHT);
        page.until(() -> page.selectedRow().startsWith(page.rows().get(1)));
        page.keys(Keys.ARROW_LEFT);
        page.until(() -> page.rows().size() == 2);
        page.keys(Keys.ARROW_LEFT);
        page.until(() -> page.selectedRow().startsWith("wsgi"));
        assertThat(page.find("#waterfall").getDomAttribute("aria-activedescendant"))
                .isEqualTo(page.find(".row[aria-selected=true]").getDomAttribute("id"));
        page.keys("c");
        page.until(() -> page.rows().size() == 1);
        page.keys("e");
        page.until(() -> page.rows().size() == 5);
        page.keys(Keys.ENTER);
        assertThat(page.find("#details h2").getText()).isEqualTo("wsgi");
        assertThat(2 * page.find("#waterfall .ruler").getSize().getWidth() + 20)
                .isGreaterThanOrEqualTo(page.find("#views").getSize().getWidth());
        page.keys(Keys.ESCAPE);
        assertThat(page.find("#details").isDisplayed()).isFalse();
    }

    @Test
    void fillsTheWindowAfterAJump() throws IOException {
        TracePage page = TracePage.of(LargeTrace.of(10_000), CHROMIUM.driver(), directory, "");
        page.press("Expand all");

        for (String jump : List.of("grid.scrollHeight / 2", "0", "grid.scrollHeight")) {
            page.run("const grid = document.querySelector('#waterfall'); grid.scrollTop = " + jump);

            page.until(() -> (boolean) page.run("""
                    const grid = document.querySelector('#waterfall');
                    const drawn = new Set([...document.querySelectorAll('.rows > .row')].map(row => row.ariaRowIndex - 2));
                    const first = Math.floor(grid.scrollTop / 24);
                    const lines = Math.floor((grid.clientHeight - 24) / 24);
                    return Array.from({ length: lines }, (_, i) => first + i).every(line => drawn.has(line))"""));
        }
    }

    @Test
    void showsItsKeys() {
        TracePage page = open("two-services");

        page.keys("?");

        assertThat(page.find("dialog").getText()).contains("Keys and gestures in the waterfall", "open the details");
        page.keys(Keys.ESCAPE);
        page.until(() -> page.all("dialog").isEmpty());
    }

    @Test
    void searchesNamesAndValuesButNotTheNamesOfMembers() {
        TracePage page = open("zaqar-message-post");

        page.search("MessageController.POST");
        assertThat(page.found()).isEqualTo("1 of 4 spans");
        page.search("žluť");
        assertThat(page.found()).isEqualTo("1 of 4 spans");
        page.search("kwargs");
        assertThat(page.found()).isEqualTo("0 of 4 spans");
        assertThat(page.find(".empty").isDisplayed()).isTrue();
    }

    @Test
    void searchesByRegularExpressionAndSaysWhatIsWrongWithOne() {
        TracePage page = open("zaqar-message-post");

        page.press("Regular expression");
        page.search("^mongodb_(queues|message)_controller$");
        assertThat(page.found()).isEqualTo("3 of 4 spans");
        page.search("(unclosed");
        assertThat(page.find("#search-error").getText()).startsWith("Invalid regular expression");
    }

    /** On the name of the one span it would run for years. */
    @Test
    void anExpressionOfTheAddressWaitsUntilSomebodyWantsIt() {
        String name = "a".repeat(80);
        Report report = Report.of(List.of(
                point(name + "-start", "a", "base", "2026-01-31T12:00:00.000000"),
                point(name + "-stop", "a", "base", "2026-01-31T12:00:00.000010")));
        TracePage page = TracePage.of(report, CHROMIUM.driver(), directory, "#regex=yes&search=(%5Cw%2B)%2B!");

        assertThat(page.find("#search").getDomProperty("value")).isEqualTo("(\\w+)+!");
        assertThat(page.found()).isEqualTo("Press Enter to search");
        page.press("✕ Errors");
        page.until(() -> page.rows().isEmpty());
        page.press("Show all");
        page.run("location.hash = 'regex=yes&search=^a%2B$'");
        page.until(() -> page.found().equals("Press Enter to search"));
        page.find("#search").sendKeys(Keys.ENTER);
        assertThat(page.found()).isEqualTo("1 of 1 span");
        page.press("Show all");
        page.run("location.hash = 'regex=yes&search=^a%2B$'");
        page.until(() -> page.found().equals("1 of 1 span"));
    }

    @Test
    void filtersByLayerDurationAndErrors() {
        TracePage page = open("exception-in-the-middle");

        page.press("✕ Errors");
        page.until(() -> page.rows().equals(List.of("wsgi", "rpc")));
        assertThat(page.all(".row.context")).hasSize(1);
        page.press("Show all");
        page.until(() -> page.rows().size() == 4);
        page.press("Database");
        page.until(() -> page.rows().equals(List.of("wsgi", "rpc", "cache")));
        page.press("Show all");
        page.find(".least").sendKeys("2.31 ms");
        page.until(() -> page.rows().equals(List.of("wsgi", "rpc", "cache")));
        page.find(".least").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.0023 s");
        page.until(() -> page.rows().equals(List.of("wsgi", "rpc", "cache")));
        page.find(".least").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0,0023 s");
        page.until(() -> page.find("#search-error").getText().startsWith("Give a time"));
    }

    @Test
    void aTimeFromTheAddressIsReadAgainAsItIs() {
        TracePage page = open("exception-in-the-middle");
        page.run("location.hash = 'least=2314us'");
        page.until(() -> "2.314 ms".equals(page.find(".least").getDomProperty("value")));
        page.run("location.hash = 'least=90000000us'");
        page.until(() -> "90000 ms".equals(page.find(".least").getDomProperty("value")));

        page.press("Critical path");

        assertThat(page.find("#search-error").getText()).isEmpty();
        page.find(".least").sendKeys("x");
        page.until(() -> "true".equals(page.find(".least").getDomAttribute("aria-invalid")));
        page.press("Show all");
        assertThat(page.find(".least").getDomAttribute("aria-invalid")).isEqualTo("false");
    }

    @Test
    void filtersByService() {
        TracePage page = open("two-services");

        page.find("select option:nth-of-type(3)").click();

        page.until(() -> page.found().equals("1 of 2 spans"));
    }

    @Test
    void showsEverythingAboutASpan() {
        TracePage page = open("zaqar-message-post");

        page.search("MessageController.post");
        page.find("#waterfall").sendKeys(Keys.ENTER);

        assertThat(page.find("#details").getText())
                .contains(
                        "mongodb_message_controller",
                        "2.83 ms",
                        "2,831 µs",
                        "Message store",
                        "zaqar.storage.mongodb.messages.MessageController.post",
                        "('q1',)",
                        "žluť",
                        "zaqar-node-1",
                        "35021f93-c4f4-43f6-96cd-19306b2319ad");
        page.find("#details summary").click();
        assertThat(page.texts("#details details pre").get(0))
                .contains(
                        "\"timestamp\": \"2026-11-22T14:46:13.966639\"",
                        "\"name\": \"mongodb_message_controller-start\"");
    }

    @Test
    void laysOutStatements() {
        TracePage page = open("sqlalchemy-statements");

        page.search("SELECT");
        page.find("#waterfall").sendKeys(Keys.ENTER);

        assertThat(page.find("#details .sql").getText()).isEqualTo("select *\nfrom t\nwhere a = ?");
    }

    @Test
    void followsADeepLinkAndMakesOne() {
        String span = "35021f93-c4f4-43f6-96cd-19306b2319ad";
        TracePage page =
                TracePage.of(TracePage.recorded("zaqar-message-post"), CHROMIUM.driver(), directory, "#span=" + span);

        assertThat(page.selectedRow()).startsWith("mongodb_message_controller MessageController.post");
        assertThat(page.find("#details").isDisplayed()).isTrue();
        page.find("#waterfall").sendKeys(Keys.HOME);
        page.until(() -> CHROMIUM.driver().getCurrentUrl().endsWith("#span=f41628a0-5864-4bc9-af81-5a7380d492b3"));
    }

    @Test
    void whatIsShownIsInTheAddressAndBackLeadsToWhatWasShownBefore() {
        TracePage page = open("exception-in-the-middle");
        page.search("e");
        page.until(() -> address().startsWith("search=e&span="));
        page.press("Database");
        page.find("#waterfall").sendKeys(Keys.END, Keys.ENTER, "z");
        page.until(() -> address().contains("search=e&hide=Database&from="));
        page.press("Flame graph");
        page.until(() -> address().startsWith("view=flame&search=e&hide=Database&from="));
        assertThat(address()).contains("&span=").doesNotContain("details");
        String flame = CHROMIUM.driver().getCurrentUrl();

        CHROMIUM.driver().navigate().back();
        page.until(() -> page.find("#waterfall").isDisplayed());
        assertThat(page.find("#details").isDisplayed()).isTrue();
        CHROMIUM.driver().navigate().back();
        page.until(() -> page.button("Database").getDomAttribute("aria-pressed").equals("true"));
        assertThat(page.find("#search").getDomProperty("value")).isEqualTo("e");
        CHROMIUM.driver().navigate().back();
        page.until(() -> page.found().isEmpty());

        CHROMIUM.driver().get("about:blank");
        CHROMIUM.driver().get(flame);
        assertThat(page.find("[role=tab][aria-selected=true]").getText()).isEqualTo("Flame graph");
        assertThat(page.find("#search").getDomProperty("value")).isEqualTo("e");
        assertThat(page.button("Database").getDomAttribute("aria-pressed")).isEqualTo("false");
        assertThat(page.find("#details h2").getText()).isEqualTo("cache");
        assertThat(page.find(".window").getDomProperty("textContent")).contains("–");
    }

    @Test
    void anAddressThatThePageWritesOtherwiseDoesNotHoldWhoeverGoesBack() {
        TracePage page = open("exception-in-the-middle");
        page.run("location.hash = 'service=nowhere&search=e&errors=yes'");
        page.until(() -> address().startsWith("search=e&errors=only"));
        page.press("Flame graph");
        page.until(() -> address().startsWith("view=flame&search=e&errors=only"));

        CHROMIUM.driver().navigate().back();
        page.until(() -> address().startsWith("search=e&errors=only"));
        CHROMIUM.driver().navigate().back();

        page.until(() -> address().isEmpty() && page.found().isEmpty());
    }

    private static String address() {
        String url = CHROMIUM.driver().getCurrentUrl();
        return url.contains("#") ? url.substring(url.indexOf('#') + 1) : "";
    }

    @Test
    void theAddressSaysOfWhichSentenceItShowsTheProof() {
        TracePage page = open("exception-in-the-middle");
        assertThat(address()).isEmpty();

        page.press("Show the span");
        page.until(() -> address().startsWith("proof=finding-0&span="));
        CHROMIUM.driver().navigate().refresh();

        page.until(() -> page.rows().equals(List.of("wsgi", "rpc")));
        CHROMIUM.driver().navigate().back();
        page.until(() -> page.rows().size() == 4);
    }

    @Test
    void zoomsIntoTime() {
        TracePage page = open("zaqar-message-post");
        Object before = rulerLabels(page);

        page.keys("z", "+", "+");

        page.until(() -> !rulerLabels(page).equals(before));
        assertThat(page.find(".window").getText()).contains("–");
        page.press("Show the whole trace");
        page.until(() -> rulerLabels(page).equals(before));
    }

    @Test
    void zoomsByWheelAndLetters() {
        TracePage page = open("zaqar-message-post");
        Object before = rulerLabels(page);

        assertThat(wheel(page, 0.75, -240, true)).isEqualTo(true);
        page.until(() -> !rulerLabels(page).equals(before));
        assertThat(window(page).get(1)).isLessThan(1);
        assertThat(window(page).get(0)).isGreaterThan(2 * (1 - window(page).get(1)));
        double from = window(page).get(0);
        assertThat(wheel(page, 0.5, 100, false)).isEqualTo(false);
        page.find("#waterfall").sendKeys("a");
        page.until(() -> window(page).get(0) < from);
        page.find("#waterfall").sendKeys("d", "W");
        page.until(() -> window(page).get(0) > from);
        page.find("#waterfall").sendKeys(Keys.ESCAPE);

        page.until(() -> rulerLabels(page).equals(before));
        page.find("#waterfall").sendKeys("s");
        assertThat(window(page)).containsExactly(0.0, 1.0);
    }

    /** Turns the wheel over a place of the ruler, and tells whether the page took it for itself. */
    private static Object wheel(TracePage page, double place, int pixels, boolean withControl) {
        return page.run("""
                const { left, width } = document.querySelector('#waterfall .ruler').getBoundingClientRect();
                return !document.querySelector('.rows .time').dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true,
                    clientX: left + arguments[0] * width, deltaY: arguments[1], ctrlKey: arguments[2] }))""", place, pixels, withControl);
    }

    /** From where to where of the trace is shown, as the overview draws it. */
    @SuppressWarnings("unchecked")
    private static List<Double> window(TracePage page) {
        return ((List<Number>) page.run("""
                const [before, after] = [...document.querySelectorAll('.overview .outside')].map(part => parseFloat(part.style.width) / 100);
                return [before, 1 - after]""")).stream().map(Number::doubleValue).toList();
    }

    @Test
    void zoomsByDrawingInTheRulerAndByDoubleClick() {
        TracePage page = open("nested-4-levels");
        WebElement ruler = page.find("#waterfall .ruler");
        int quarter = ruler.getSize().getWidth() / 4;

        new Actions(CHROMIUM.driver())
                .moveToElement(ruler, -quarter, 0)
                .clickAndHold()
                .moveByOffset(quarter, 0)
                .perform();
        assertThat(page.find(".drawn").getSize().getWidth()).isCloseTo(quarter, within(3));
        new Actions(CHROMIUM.driver()).release().perform();
        page.until(() -> Math.abs(window(page).get(0) - 0.25) < 0.01
                && Math.abs(window(page).get(1) - 0.5) < 0.01);
        assertThat(page.find(".drawn").isDisplayed()).isFalse();
        new Actions(CHROMIUM.driver()).doubleClick(ruler).perform();
        page.until(() -> window(page).equals(List.of(0.0, 1.0)));

        new Actions(CHROMIUM.driver())
                .doubleClick(page.all(".rows .row .time").get(3))
                .perform();
        page.until(() -> window(page).get(0) > 0.01);
        assertThat(page.rows()).hasSize(5);
    }

    /** All at once: whenever the page draws anew, the labels are new elements. */
    private static Object rulerLabels(TracePage page) {
        return page.run("return [...document.querySelectorAll('.ruler span')].map(label => label.textContent)");
    }

    @Test
    void zoomsIntoTheFlameGraph() {
        TracePage page = open("spans-200");

        page.press("Flame graph");
        page.find("#flame").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);

        assertThat(page.find("#flame-words").getText()).startsWith("29 × op1");
        assertThat(page.button("Whole trace").isEnabled()).isTrue();
        page.find("#flame").sendKeys(Keys.ESCAPE);
        assertThat(page.find("#flame-words").getText()).startsWith("Whole trace");
    }

    @Test
    void sortsStatistics() {
        TracePage page = open("spans-200");

        page.press("Statistics");
        assertThat(page.find("[aria-sort]").getText()).startsWith("Self");
        page.press("Count");
        assertThat(page.texts(".statistics section:last-child tbody th")).containsExactly("db", "op1", "root");
        page.press("Count");
        assertThat(page.texts(".statistics section:last-child tbody th")).containsExactly("root", "op1", "db");
        assertThat(page.find("[aria-sort=ascending]").getText()).startsWith("Count");
    }

    @Test
    void aRowOfTheStatisticsLeadsToItsSpansAndToNoOthers() {
        Map<String, ?> find = Map.of("function", Map.of("name", "shop.Orders.find", "args", "()"));
        Map<String, ?> findAll = Map.of("function", Map.of("name", "shop.Orders.findAll", "args", "('db',)"));
        Report report = Report.of(List.of(
                point("wsgi-start", "a", "base", "2026-01-31T12:00:00.000000"),
                point("db-start", "b", "a", "2026-01-31T12:00:00.000100", find),
                point("db-stop", "b", "a", "2026-01-31T12:00:00.000200"),
                point("order_store-start", "c", "a", "2026-01-31T12:00:00.000300", find),
                point("order_store-stop", "c", "a", "2026-01-31T12:00:00.000400"),
                point("db_pool-start", "d", "a", "2026-01-31T12:00:00.000500", findAll),
                point("db_pool-stop", "d", "a", "2026-01-31T12:00:00.000600"),
                point("wsgi-stop", "a", "base", "2026-01-31T12:00:00.001000")));
        TracePage page = TracePage.of(report, CHROMIUM.driver(), directory, "");

        assertThat(spansBehind(page, "Name", "db")).containsExactly("wsgi", "db");
        assertThat(spansBehind(page, "Function", "shop.Orders.find")).containsExactly("wsgi", "db", "order_store");
        assertThat(spansBehind(page, "Repository method", "shop.Orders.find")).containsExactly("wsgi", "order_store");
        page.until(() -> address().startsWith("proof=repositories-0&span=c"));
        CHROMIUM.driver().navigate().refresh();
        page.until(() -> page.rows().equals(List.of("wsgi", "order_store")));
    }

    private static List<String> spansBehind(TracePage page, String table, String row) {
        page.press("Statistics");
        page.run("""
                const [table, row] = arguments;
                [...document.querySelectorAll('.statistics table')]
                    .find(one => one.querySelector('thead button')?.textContent === table)
                    .querySelectorAll('tbody button')
                    .forEach(button => button.textContent === row && button.click())""", table, row);
        page.until(() -> page.find("#waterfall").isDisplayed() && !page.rows().isEmpty());
        page.run("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return page.rows();
    }

    @Test
    void addsUpStatements() {
        TracePage page = open("sqlalchemy-statements");

        page.press("Statistics");
        assertThat(page.texts(".statistics caption").get(1)).isEqualToIgnoringCase("By statement");
        assertThat(page.texts(".statistics section:nth-child(2) thead th"))
                .containsExactly(
                        "Statement",
                        "Count",
                        "Duplicates",
                        "Total",
                        "Self",
                        "Share",
                        "Average",
                        "Max",
                        "Rows",
                        "Errors");
        page.find(".statistics section:nth-child(2) tbody button").click();
        assertThat(page.find("[role=tab][aria-selected=true]").getText()).isEqualTo("Waterfall");
        assertThat(page.find("tr[aria-selected=true], [role=row][aria-selected=true]")
                        .getText())
                .contains("db");
    }

    /** A button that hides itself with its view leaves the keyboard to the view that is shown. */
    @Test
    void theKeyboardIsNeverLost() {
        TracePage page = open("exception-in-the-middle");
        page.press("Statistics");

        page.find("#statistics tbody button").sendKeys(Keys.ENTER);
        assertThat(focused(page)).isEqualTo("waterfall");
        page.button("Show all").sendKeys(Keys.ENTER);
        assertThat(focused(page)).isEqualTo("waterfall");

        page.press("Flame graph");
        page.find("#search").sendKeys("rpc", Keys.ESCAPE);
        assertThat(focused(page)).isEqualTo("flame");
        page.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        page.button("Show in waterfall").sendKeys(Keys.ENTER);
        assertThat(focused(page)).isEqualTo("waterfall");

        page.keys("z", "+");
        page.button("Show the whole trace").sendKeys(Keys.ENTER);
        assertThat(focused(page)).isEqualTo("waterfall");

        page.keys(Keys.ENTER);
        page.press("Flame graph");
        page.find("#details .close").sendKeys(Keys.ENTER);
        assertThat(focused(page)).isEqualTo("flame");
        page.keys(Keys.ARROW_DOWN, Keys.ENTER);
        page.button("Whole trace").sendKeys(Keys.ENTER);
        assertThat(focused(page)).isEqualTo("flame");
    }

    @Test
    void leavesTheBrowserItsShortcuts() {
        TracePage page = open("exception-in-the-middle");
        page.press("Flame graph");

        assertThat(isTaken(page, "#flame", false)).isEqualTo(true);
        assertThat(isTaken(page, "#flame", true)).isEqualTo(false);
    }

    private static Object isTaken(TracePage page, String selector, boolean withAlt) {
        return page.run("""
                const [selector, altKey] = arguments;
                return !document.querySelector(selector).dispatchEvent(
                    new KeyboardEvent('keydown', { key: 'ArrowDown', altKey, bubbles: true, cancelable: true }))""", selector, withAlt);
    }

    private static Object focused(TracePage page) {
        return page.run("return document.activeElement.id");
    }

    @Test
    void theVerdictLeadsToWhatProvesIt() {
        TracePage page = open("exception-in-the-middle");

        assertThat(page.texts(".verdict li > span"))
                .containsExactly(
                        "rpc failed with ValueError, and no span above failed: perhaps the error was swallowed");
        page.press("Show the span");
        page.until(() -> page.rows().equals(List.of("wsgi", "rpc")));
        assertThat(page.selectedRow()).startsWith("rpc");
        page.press("Show all");
        page.until(() -> page.rows().size() == 4);
        page.press("Database 27 %");
        page.until(() -> page.rows().equals(List.of("wsgi", "rpc", "db")));
        page.press("Statistics");
        page.find(".statistics section:first-child tbody tr:nth-child(2) button")
                .click();
        page.until(() -> page.rows().equals(List.of("wsgi", "cache")));
    }

    @Test
    void saysWhatIsWrongWithTheData() {
        assertThat(open("unfinished-span").find(".findings").getText()).contains("2 spans");
        assertThat(open("two-roots").find(".findings").getText()).contains("2 spans are at the top");
        assertThat(open("unfinished-span").find(".outcome").getText()).isEqualTo("Incomplete");
    }

    @Test
    void changesItsColours() {
        TracePage page = open("two-services");
        Object before = page.run("return getComputedStyle(document.body).backgroundColor");

        page.find("#theme").click();

        assertThat(page.run("return getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(before);
        page.find("#theme").click();
        assertThat(page.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(before);
    }
}
