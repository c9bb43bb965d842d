// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Point;
import org.openqa.selenium.logging.LogType;

/** The console as what a developer keeps open: again, several times, compared with before, and taken elsewhere. */
class ConsoleWorkbenchTest {

    private static final Dimension USUAL = new Dimension(1280, 800);

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1280,800", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService();

    @AfterEach
    void nothingIsWrongAndNothingIsLeft() {
        CHROMIUM.driver().manage().window().setSize(USUAL);
        CHROMIUM.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
        assertThat(CHROMIUM.driver().manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> !entry.getMessage().contains("the server responded with a status of 4"))
                .isEmpty();
        SAMPLE.deleteTraces();
    }

    private static ConsolePage open() {
        return ConsolePage.at(SAMPLE.origin(), CHROMIUM.driver());
    }

    private static ConsolePage profiled(String... paths) {
        ConsolePage page = open();
        for (String path : paths) {
            page.profile(path, "123");
            page.until(() -> page.text("#outcome").contains("Trace ")
                    && page.text("#panel-heading").equals("GET " + path));
        }
        return page;
    }

    @ParameterizedTest
    @CsvSource({"1280, 800", "500, 900"})
    void theFormStaysInSightAndTheFrameIsAsHighAsItsLines(int width, int height) {
        CHROMIUM.driver().manage().window().setSize(new Dimension(width, height));
        ConsolePage page = profiled("/v2/queues", "/v2/pools");
        page.waterfall();

        page.until(() -> (Boolean) page.run("""
                const page = document.querySelector('#panel iframe').contentDocument;
                const grid = page.getElementById('waterfall');
                const lines = page.querySelector('.rows').offsetHeight;
                return lines > 0 && grid.scrollHeight <= grid.clientHeight && grid.clientHeight - lines < 160;
                """));
        page.run("scrollTo(0, document.documentElement.scrollHeight)");
        assertThat(page.run("const { top, bottom } = document.getElementById('send').getBoundingClientRect();"
                        + " return top >= 0 && bottom <= innerHeight"))
                .isEqualTo(true);
        assertThat(page.run("const root = document.documentElement; return root.scrollWidth - root.clientWidth"))
                .isEqualTo(0L);
    }

    /** Whoever goes on typing types into the form. */
    @Test
    void theTraceLeavesTheKeyboardToTheForm() {
        ConsolePage page = profiled("/v2/queues");

        assertThat(page.waterfall()).startsWith("wsgi");

        assertThat(page.run("return document.activeElement.id")).isEqualTo("key");
    }

    @Test
    void showsTheResponseAsText() {
        ConsolePage page = open();
        put("/v2/pools/first", "{\"uri\": \"mongodb://localhost\", \"weight\": 1}");
        put("/v2/queues/marked", "{\"description\": \"<img src=x onerror=alert(1)>\"}");
        page.profile("/v2/queues?detailed=true", "123");
        page.until(() -> page.text("#panel-heading").startsWith("GET "));

        page.find("#tab-response").click();

        assertThat(page.text(".of-response .status")).startsWith("200 after ");
        assertThat(page.text(".of-response dl")).contains("application/json", "x-trace-id");
        assertThat(page.text(".of-response pre")).contains("marked", "<img src=x onerror=alert(1)>");
        assertThat(page.all(".of-response pre *")).isEmpty();
        Accessibility.assertGood(CHROMIUM.driver());
        page.find("#tab-response").sendKeys(Keys.ARROW_LEFT);
        assertThat(page.waterfall()).startsWith("wsgi");
    }

    @Test
    void showsWhyARequestWasWrong() {
        ConsolePage page = profiled("/v2/nowhere");

        page.find("#tab-response").click();

        assertThat(page.text(".of-response")).startsWith("404 ").contains("Body");
    }

    @ParameterizedTest
    @CsvSource({"light, none", "dark, none", "light, active"})
    void sendsTheSameSeveralTimesAndTellsHowTheTimesAreSpread(String scheme, String forced) {
        CHROMIUM.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", scheme),
                                        Map.of("name", "forced-colors", "value", forced))));
        ConsolePage page = open();
        page.choose("#times", "× 5");

        page.profile("/v2/queues", "123");

        page.until(() -> page.all(".runs tbody tr").size() == 5);
        assertThat(page.text("#outcome")).startsWith("5 times, typically ");
        assertThat(page.text(".figures")).containsPattern("(?s)first.*fastest.*median.*slowest");
        assertThat(SAMPLE.traces()).hasSize(5);
        assertThat(page.run("return getComputedStyle(document.querySelector('.runs .bar')).backgroundColor"))
                .isNotEqualTo(page.run("return getComputedStyle(document.body).backgroundColor"));
        Accessibility.assertGood(CHROMIUM.driver());
        page.all(".runs button").get(3).click();
        assertThat(page.waterfall()).startsWith("wsgi", "controller");
        page.find("#tab-runs").click();
        page.all(".of-runs > p button").forEach(button -> button.click());
        assertThat(comparison(page)).contains("GET /v2/queues");
    }

    @Test
    void sendsAgainWhatItSentAndComparesWithIt() {
        ConsolePage page = profiled("/v2/queues", "/v2/pools");
        assertThat(texts(page, "#again button")).containsExactly("GET /v2/pools", "GET /v2/queues");
        String first = SAMPLE.traces().stream()
                .filter(trace -> "GET /v2/queues".equals(trace.name()))
                .findFirst()
                .orElseThrow()
                .baseId();

        page.all("#again button").get(1).click();

        page.until(() -> page.text("#panel-heading").equals("GET /v2/queues")
                && page.find("#send").isEnabled());
        assertThat(SAMPLE.traces()).hasSize(3);
        assertThat(page.find("#path").getDomProperty("value")).isEqualTo("/v2/queues");
        page.find("#tab-change").click();
        assertThat(comparison(page)).contains("GET /v2/queues");
        assertThat(page.find("#panel .of-change iframe").getDomAttribute("src")).endsWith("?before=" + first);
        Accessibility.assertGood(CHROMIUM.driver());
        page.all("#again a").get(1).click();
        page.until(() -> page.text("#panel-heading").equals("GET /v2/pools"));
        assertThat(page.find("#key").getDomProperty("value")).isEqualTo("123");
        assertThat(page.find("#tab-response").isDisplayed()).isTrue();
    }

    @Test
    void whatIsDeletedIsOfferedForNoComparison() {
        ConsolePage page = profiled("/v2/queues", "/v2/queues");
        page.until(() -> page.all("#list tbody tr").size() == 2);
        assertThat(page.find("#tab-change").isDisplayed()).isTrue();
        assertThat(page.all("#again a")).hasSize(2);

        page.all("#list tbody button").get(1).click();
        page.find("#confirm .danger").click();

        page.until(() -> page.all("#list tbody tr").size() == 1);
        assertThat(page.all("#tab-change")).isEmpty();
        assertThat(page.all("#again a")).hasSize(1);
        assertThat(page.find("#panel").isDisplayed()).isTrue();
    }

    @Test
    void theTraceThatIsShownIsInTheAddress() {
        ConsolePage page = profiled("/v2/queues");
        String first = address(page);
        page.profile("/v2/pools", "123");
        page.until(() -> page.text("#panel-heading").equals("GET /v2/pools"));
        assertThat(address(page)).isNotEqualTo(first).contains("#trace=").doesNotContain("pools");

        CHROMIUM.driver().navigate().back();
        page.until(() -> page.text("#panel-heading").equals("GET /v2/queues"));
        assertThat(address(page)).isEqualTo(first);
        CHROMIUM.driver().navigate().back();
        page.until(() -> !page.find("#panel").isDisplayed());
        CHROMIUM.driver().navigate().forward();
        page.until(() -> page.find("#panel").isDisplayed());
        CHROMIUM.driver().navigate().refresh();

        assertThat(page.waterfall()).startsWith("wsgi", "controller");
        page.until(() -> page.all("#list tr.opened").size() == 1);
    }

    @Test
    void allOfALineLeadsToItsTrace() {
        ConsolePage page = profiled("/v2/queues");
        page.find("#panel button").click();
        page.until(() -> page.names().size() == 1);

        page.all("#list tbody td").get(1).click();

        assertThat(page.waterfall()).startsWith("wsgi", "controller");
    }

    @Test
    void whoeverWaitsMayStop() {
        ConsolePage page = open();
        page.run("""
                window.original = fetch;
                window.fetch = (url, options) => String(url).endsWith('/v2/queues')
                    ? new Promise((resolve, reject) => options.signal.onabort = () => reject(options.signal.reason))
                    : original(url, options);
                """);
        page.profile("/v2/queues", "123");
        page.until(() -> page.text("#outcome").startsWith("Waiting for the answer"));
        Point place = page.find("#outcome button").getLocation();
        page.until(() -> page.text("#outcome").contains("1 s"));
        assertThat(page.find("#outcome button").getLocation()).isEqualTo(place);
        assertThat(page.all("#copies button:enabled")).isEmpty();

        page.find("#outcome button").click();

        page.until(() -> page.text("#outcome")
                .equals("Stopped. A request that was sent may have been carried out all the same."));
        assertThat(page.find("#send").isEnabled()).isTrue();
        assertThat(page.all("#copies button:enabled")).hasSize(3);
    }

    @Test
    void whoeverStopsKeepsWhatCame() {
        ConsolePage page = profiled("/v2/pools");
        page.run("""
                const original = fetch;
                let answered = 2;
                window.fetch = (url, options) => String(url).endsWith('/v2/queues') && answered-- <= 0
                    ? new Promise((resolve, reject) => options.signal.onabort = () => reject(options.signal.reason))
                    : original(url, options);
                """);
        page.choose("#times", "× 5");
        page.profile("/v2/queues", "123");
        page.until(() -> page.text("#outcome").startsWith("Waiting for answer 3 of 5"));
        assertThat(page.find("#again button").isEnabled()).isFalse();

        page.find("#outcome button").click();

        page.until(() -> page.all(".runs tbody tr").size() == 2);
        assertThat(page.text("#outcome")).startsWith("2 times, typically ").contains(" Stopped. ");
        assertThat(page.find("#again button").isEnabled()).isTrue();
        assertThat(page.all("#again li")).hasSize(2);
    }

    /** The application shows one trace at a time, and lets few wait for it. */
    @Test
    void asksForOneTraceAfterTheOtherAndLosesNoneForAnother() {
        ConsolePage page = open();
        page.run("""
                const original = fetch;
                const ids = new Set();
                let now = 0;
                window.most = 0;
                const traceOf = async (id, asking) => {
                  if (ids.size === 0) {
                    ids.add(id);
                    return Response.json({ message: 'others are shown; try again in a moment' }, { status: 503 });
                  }
                  return [...ids.add(id)].indexOf(id) === 2 ? Response.json({ message: 'broken' }, { status: 500 }) : asking();
                };
                window.fetch = async (url, options) => {
                  const id = /profiler\\/([\\w-]{36})$/.exec(url)?.[1];
                  if (id === undefined) {
                    return original(url, options);
                  }
                  most = Math.max(most, ++now);
                  try {
                    return await traceOf(id, () => original(url, options));
                  } finally {
                    now--;
                  }
                };
                """);
        page.choose("#times", "× 10");

        page.profile("/v2/queues", "123");

        page.until(() -> page.all(".runs tbody tr").size() == 10);
        assertThat(page.text("#outcome"))
                .startsWith("10 times, typically ")
                .contains(" 1 without a trace: broken (500)");
        assertThat(page.run("return most")).isEqualTo(1L);
        assertThat(page.all(".runs tbody button")).hasSize(9);
        assertThat(page.all(".runs tbody tr").get(2).getText()).contains("–", "missing");
        assertThat(page.all("#again a")).hasSize(1);
    }

    @Test
    void suggestsWhatTheApplicationMapsToTheMethod() {
        ConsolePage page = open();
        assertThat(suggested(page)).contains("/v2/queues", "/v2/pools").doesNotContain("/error");

        page.choose("#method", "PATCH");

        assertThat(suggested(page)).isNotEmpty().doesNotContain("/v2/queues");
    }

    @Test
    void copiesTheRequestForOtherProgramsWithoutTheKey() throws IOException, InterruptedException {
        ConsolePage page = open();
        page.run("navigator.clipboard.writeText = async text => { window.copied = text; }");
        page.fill("#path", "/v2/queues?a='b'");
        page.find("#copies button").click();
        page.until(() -> page.text("#outcome").startsWith("Type the key"));
        page.fill("#key", "123");

        page.find("#copies button").click();

        page.until(() -> page.text("#outcome").startsWith("Copied, without the key."));
        String command = (String) page.run("return window.copied");
        assertThat(command).doesNotContainPattern("\\b123\\b");
        assertThat(answerOf(command))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("X-Trace-Id: " + copiedTrace(page));
        page.all("#copies button").get(1).click();
        page.until(() -> page.run("return window.copied.startsWith('### GET /v2/queues')")
                .equals(true));
        assertThat((String) page.run("return window.copied"))
                .contains("x-trace-hmac: ")
                .doesNotContainPattern("\\b123\\b");
        page.all("#copies button").get(2).click();
        page.until(() ->
                page.run("return window.copied.includes('CryptoJS.HmacSHA1')").equals(true));
        assertThat((String) page.run("return window.copied"))
                .contains("'profilerKey'")
                .doesNotContain("123");
    }

    private static void put(String path, String json) {
        assertThat(CHROMIUM.driver().executeAsyncScript("""
                        const [path, body, done] = arguments;
                        const headers = { 'Content-Type': 'application/json' };
                        fetch(path, { method: 'PUT', headers, body }).then(response => done(response.status));
                        """, path, json)).isEqualTo(201L);
    }

    private static String copiedTrace(ConsolePage page) {
        return page.text("#outcome").replaceAll(".* becomes trace ([\\w-]+); it is good until an hour .*", "$1");
    }

    private static String answerOf(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return answer;
    }

    @SuppressWarnings("unchecked")
    private static List<String> suggested(ConsolePage page) {
        return (List<String>) page.run("return [...document.querySelectorAll('#paths option')].map(one => one.value)");
    }

    private static String comparison(ConsolePage page) {
        page.until(() -> page.find("#panel .of-change iframe").isDisplayed());
        CHROMIUM.driver().switchTo().frame(page.find("#panel .of-change iframe"));
        try {
            page.until(() -> !CHROMIUM.driver()
                    .findElements(By.cssSelector("main table"))
                    .isEmpty());
            return CHROMIUM.driver().findElement(By.cssSelector("body")).getText();
        } finally {
            CHROMIUM.driver().switchTo().defaultContent();
        }
    }

    private static List<String> texts(ConsolePage page, String selector) {
        return page.all(selector).stream().map(one -> one.getText()).toList();
    }

    private static String address(ConsolePage page) {
        return (String) page.run("return location.href");
    }
}
