// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;

/** The page of a trace that is made of requests with the same headers, and pauses between them. */
class SeveralRequestsTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--window-size=1400,800");

    @TempDir
    private Path directory;

    @BeforeEach
    void resize() {
        TracePage.in(CHROMIUM.driver()).resize(1400, 800);
    }

    @AfterEach
    void nothingWasLoadedOrLogged() {
        CHROMIUM.assertQuiet();
    }

    private TracePage open(Report report) {
        return TracePage.of(report, CHROMIUM.driver(), directory, "");
    }

    @Test
    void saysHowManyTheyWereAndHowLongEachTook() {
        TracePage page = open(RepeatedHeaders.threeInTwelveMinutes());

        assertThat(page.find("h1").getText()).isEqualTo("3 requests: GET /orders/1, GET /orders/2, POST /orders");
        assertThat(page.find(".outcome").getText()).isEqualTo("Of 3: 1 answered with an error status");
        assertThat(page.find(".outcome").getDomAttribute("class")).contains("failed");
        assertThat(page.find("#head .facts").getText().replace('\n', ' '))
                .contains("Requests 3 in 12:00 min", "They took 40.0 ms, 20.0 ms, 60.0 ms", "Total 120 ms");
        assertThat(page.all(".http, .findings")).isEmpty();
        Accessibility.assertGood(CHROMIUM.driver());
    }

    @Test
    void cutsThePausesOutOfTheWaterfall() {
        TracePage page = open(RepeatedHeaders.threeInTwelveMinutes());

        assertThat(page.rows()).containsExactly("wsgi", "message_store", "wsgi", "wsgi", "message_store");
        assertThat(page.texts(".rows .since").stream().filter(text -> !text.isEmpty()))
                .containsExactlyInAnyOrder("+0 µs", "+5:00 min", "+12:00 min");
        assertThat(page.texts(".ruler .pause")).containsExactly("pause 5:00 min", "pause 7:00 min");
        List<Double> widths = barWidths(page);
        double pixels = page.find("#waterfall .ruler").getSize().getWidth();
        assertThat(widths.get(0) + widths.get(2) + widths.get(3)).isBetween(0.9 * pixels, 0.95 * pixels);
        assertThat(widths.get(0) / widths.get(2)).isBetween(1.95, 2.05);
        assertThat(page.find(".rows .state:not(:empty)").getText()).isEqualTo("HTTP 404");
    }

    @SuppressWarnings("unchecked")
    private static List<Double> barWidths(TracePage page) {
        return ((List<Number>) page.run("""
                return [...document.querySelectorAll('.rows > .row')]
                    .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)
                    .map(row => row.querySelector('.bar').getBoundingClientRect().width)
                """)).stream().map(Number::doubleValue).toList();
    }

    @Test
    void ticksCountFromTheStartOfEachRequest() {
        TracePage page = open(RepeatedHeaders.threeInTwelveMinutes());
        page.find("#waterfall").sendKeys(Keys.END, "z");

        page.until(() -> page.texts(".ruler span:not(.pause)").contains("45 ms"));
        assertThat(page.texts(".ruler span:not(.pause)")).allMatch(tick -> tick.matches("[0-9]{1,2} ms"));
        assertThat(page.find(".overview .window").getText()).isEqualTo("12:00 min – 12:00 min");
    }

    @Test
    void sharesAreOfTheRequest() {
        TracePage page = open(RepeatedHeaders.threeInTwelveMinutes());

        page.find("#waterfall").sendKeys(Keys.END, Keys.ENTER);

        assertThat(page.find("#details").getText()).contains("45.0 ms · 75 % of its request");
    }

    @Test
    void sharesAreOfAllRequestsAtTheSameTime() {
        TracePage page = open(RepeatedHeaders.report(
                RepeatedHeaders.request("a", "GET", "/a", 200, 0, 40_000),
                RepeatedHeaders.request("b", "GET", "/b", 200, 30_000, 80_000),
                RepeatedHeaders.request("c", "GET", "/c", 200, 300_000_000, 300_020_000)));

        page.find("#waterfall").sendKeys(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER);
        assertThat(page.find("#details").getText())
                .contains("50.0 ms · 63 % of these requests", "30.0 ms after the first of these requests began");

        page.find("#waterfall").sendKeys(Keys.END);
        assertThat(page.find("#details").getText())
                .contains("20.0 ms · 100 % of its request", "0 µs after its request began");
    }

    @Test
    void theFlameGraphTellsRequestsApart() {
        TracePage page = open(RepeatedHeaders.threeInTwelveMinutes());

        page.press("Flame graph");
        page.find("#flame").sendKeys(Keys.ARROW_DOWN);

        assertThat(page.find("#flame-words").getText()).contains("wsgi POST /orders", "60.0 ms · 50 % of all work");
    }

    @Test
    void requestsAtTheSameTimeStayOnOneAxis() {
        TracePage page = open(RepeatedHeaders.report(
                RepeatedHeaders.request("a", "GET", "/a", 200, 0, 40_000),
                RepeatedHeaders.request("b", "GET", "/b", 200, 30_000, 80_000)));

        assertThat(page.find(".outcome").getText()).isEqualTo("All 2 completed");
        assertThat(page.all(".ruler .pause")).isEmpty();
        assertThat(page.find("#head .facts").getText().replace('\n', ' '))
                .contains("Requests 2 in 80.0 ms", "Total 80.0 ms");
    }

    @Test
    void thousandsAreListedOneByOne() {
        TracePage page = open(RepeatedHeaders.many(5_000));

        assertThat(page.find("#head .facts").getText().replace('\n', ' '))
                .contains("Requests 5,000 in 1:23 h", "They took 10.0 ms to 10.0 ms, median 10.0 ms");
        assertThat(page.find("#waterfall").getDomAttribute("aria-rowcount")).isEqualTo("5001");
        page.find("#waterfall").sendKeys(Keys.END);
        page.until(() -> page.texts(".rows .subject").contains("GET /orders/4999"));
        page.find("#waterfall").sendKeys("z");
        page.until(() -> barWidths(page).get(barWidths(page).size() - 1) > 100);
    }

    @Test
    void fitIntoANarrowWindow() {
        TracePage.in(CHROMIUM.driver()).resize(600, 800);
        TracePage page = open(RepeatedHeaders.threeInTwelveMinutes());

        Rectangle ruler = page.find("#waterfall .ruler").getRect();
        assertThat(page.all(".ruler .pause")).hasSize(1).allSatisfy(label -> {
            Rectangle written = label.getRect();
            assertThat(written.getX()).isGreaterThanOrEqualTo(ruler.getX());
            assertThat(written.getX() + written.getWidth()).isLessThanOrEqualTo(ruler.getX() + ruler.getWidth());
        });
    }
}
