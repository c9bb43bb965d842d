// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

/** A browser that the console has recorded, and what its network panel shows of the profiler. */
class RecordingTest {

    private static final String FETCH =
            "const done = arguments[1]; fetch(arguments[0]).then(response => done(response.headers.get('X-Trace-Id')))";
    private static final String POSTED = "const done = arguments[1]; fetch(arguments[0], {method: 'PUT', body: '{}',"
            + " headers: {'Content-Type': 'application/json'}}).then(response => done(response.headers.get('X-Trace-Id')))";

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService();

    private final ChromeDriver driver = CHROMIUM.driver();

    @AfterEach
    void clear() {
        driver.manage().deleteAllCookies();
        driver.executeScript("localStorage.clear()");
        SAMPLE.deleteTraces();
    }

    @Test
    void allThatTheBrowserAsksIsOneTrace() {
        ConsolePage page = ConsolePage.at(SAMPLE.origin(), driver);
        page.fill("#minutes", "2");
        page.find("#start").click();
        page.until(() -> page.text("#recorded").startsWith("Recording until "));
        Accessibility.assertGood(driver);
        String console = driver.getWindowHandle();

        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(SAMPLE.origin() + "/v2/queues");
        assertThat(timings()).startsWith("wsgi", "controller", "mongodb_queues_controller");
        Object traceId = driver.executeAsyncScript(FETCH, "/v2/queues?limit=1");
        assertThat(driver.executeAsyncScript(POSTED, "/v2/queues/orders"))
                .isEqualTo(traceId)
                .isNotNull();
        driver.close();
        driver.switchTo().window(console);

        page.until(
                () -> page.names().size() == 1 && page.names().get(0).matches("(?s)GET /v2/queues\\s*[3-9] requests"));
        page.find("#recorded a").click();
        assertThat(page.waterfall()).filteredOn("wsgi"::equals).hasSizeGreaterThanOrEqualTo(3);

        page.find("#stop").click();
        page.until(() -> page.text("#recorded").startsWith("Recorded until "));
        assertThat(driver.executeAsyncScript(FETCH, "/v2/queues")).isNull();
        assertThat(page.find("#stop").isDisplayed()).isFalse();
    }

    @Test
    void theBrowsersClockTellsHowLongItIsRecorded() {
        ConsolePage page = ConsolePage.at(SAMPLE.origin(), driver);
        page.run("const now = Date.now; Date.now = () => now() + 3_600_000");

        page.find("#start").click();

        page.until(() -> page.text("#recorded").startsWith("Recording until "));
        assertThat(page.find("#stop").isDisplayed()).isTrue();
    }

    @Test
    void whatIsRecordedIsShownAndStoppedAlsoWithoutRoomToRememberIt() {
        ConsolePage page = ConsolePage.at(SAMPLE.origin(), driver);
        page.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");

        page.find("#start").click();

        page.until(() -> page.text("#recorded").startsWith("Recording until "));
        assertThat(page.text("#recorded")).contains("Stop it here").contains("What was recorded");
        recordInAnotherTab();
        page.until(() -> !page.text("#recorded").contains("Stop it here"));
        assertThat(page.text("#recorded")).startsWith("Recording until ");
        page.find("#stop").click();
        page.until(() -> page.text("#recorded").startsWith("Recorded until "));
        assertThat(driver.executeAsyncScript(FETCH, "/v2/queues")).isNull();
    }

    @Test
    void noScriptCanReadTheCookie() {
        ConsolePage page = ConsolePage.at(SAMPLE.origin(), driver);
        page.find("#start").click();
        page.until(() -> page.text("#recorded").startsWith("Recording until "));

        assertThat(page.run("return document.cookie")).isEqualTo("");
        assertThat(driver.manage().getCookieNamed("profiler-recording"))
                .returns(true, cookie -> cookie.isHttpOnly())
                .returns("Strict", cookie -> cookie.getSameSite());
        assertThat(page.run("return localStorage.getItem('profiler.recording')"))
                .asString()
                .doesNotContain(
                        driver.manage().getCookieNamed("profiler-recording").getValue());
    }

    @Test
    void whoIsNotRecordedSeesNoTimes() {
        driver.get(SAMPLE.origin() + "/v2/queues");

        assertThat(timings()).isEmpty();
    }

    private void recordInAnotherTab() {
        String here = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        ConsolePage another = ConsolePage.at(SAMPLE.origin(), driver);
        another.find("#start").click();
        another.until(() -> another.text("#recorded").startsWith("Recording until "));
        driver.close();
        driver.switchTo().window(here);
    }

    @SuppressWarnings("unchecked")
    private List<String> timings() {
        return (List<String>) driver.executeScript(
                "return performance.getEntriesByType('navigation')[0].serverTiming.map(metric => metric.name)");
    }
}
