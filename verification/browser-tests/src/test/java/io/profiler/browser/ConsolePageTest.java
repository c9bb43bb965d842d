// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.logging.LogType;

/** The console of the running sample. */
class ConsolePageTest {

    @RegisterExtension
    static final Chromium CHROMIUM =
            new Chromium("--window-size=1400,1000", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final SampleService SAMPLE = new SampleService();

    @AfterEach
    void theConsoleOfTheBrowserIsEmpty() {
        assertThat(CHROMIUM.driver().manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> !isStatusOfTheApplication(entry.getMessage()))
                .isEmpty();
        SAMPLE.deleteTraces();
    }

    /** The browser itself notes every answer of that kind: to the profiled request, or to the console's own. */
    private static boolean isStatusOfTheApplication(String message) {
        return message.contains("the server responded with a status of 4");
    }

    private static ConsolePage open() {
        return ConsolePage.at(SAMPLE.origin(), CHROMIUM.driver());
    }

    private static ConsolePage profiled(String... paths) {
        ConsolePage page = open();
        for (String path : paths) {
            page.profile(path, "123");
            assertThat(page.outcome()).contains("Trace ");
        }
        return page;
    }

    /** Each list that is asked for by name comes when the script has it answered, by what it gives or by the application. */
    private static void holdListsBack(ConsolePage page) {
        page.run("""
                const original = fetch;
                window.asked = [];
                window.answer = null;
                window.fetch = (url, options) => /[?&]name=[^&]/.test(url)
                    ? new Promise(come => {
                        asked.push(String(url));
                        answer = given => come(given ?? original(url, options));
                      })
                    : original(url, options);
                """);
    }

    @Test
    void profilesARequestAndShowsItsWaterfall() {
        ConsolePage page = open();
        assertThat(page.text("#list")).isEqualTo("No traces yet. Profile a request.");

        page.profile("/v2/queues", "123");

        assertThat(page.waterfall()).containsExactly("wsgi", "controller", "mongodb_queues_controller", "db");
        assertThat(page.outcome())
                .startsWith("200 after ")
                .contains(SAMPLE.traces().get(0).baseId());
        page.until(() -> page.names().equals(List.of("GET /v2/queues")));
        Accessibility.assertGood(CHROMIUM.driver());
    }

    @Test
    void whoeverLeavesItOpenIsToldThatNothingIsNew() {
        ConsolePage page = profiled("/v2/queues");
        page.until(() -> page.names().equals(List.of("GET /v2/queues")));

        page.until(() -> page.run("return performance.getEntriesByType('resource')"
                        + ".some(entry => entry.responseStatus === 304)")
                .equals(true));

        assertThat(page.names()).containsExactly("GET /v2/queues");
        page.profile("/v2/pools", "123");
        page.until(() -> page.names().equals(List.of("GET /v2/pools", "GET /v2/queues")));
    }

    @Test
    void sendsMethodHeadersAndBody() {
        ConsolePage page = open();
        page.choose("#method", "PUT");
        page.find("#more summary").click();
        page.fill("#body", "{\"uri\": \"mongodb://localhost\", \"weight\": 1}");

        page.profile("/v2/pools/first", "123");

        assertThat(page.outcome()).startsWith("201 after ");
        page.fill("#headers", "Content-Type: application/x-www-form-urlencoded\nX-Other: 1");
        page.profile("/v2/pools/first", "123");
        page.until(() -> page.text("#outcome").startsWith("400 after "));
    }

    @Test
    void saysThatTheKeyIsNotAccepted() {
        ConsolePage page = open();

        page.profile("/v2/queues", "guess");

        assertThat(page.outcome())
                .startsWith("200 after ")
                .contains("but there is no sign that this application profiled it: ")
                .contains("a proxy", "the key may be none of profiler.hmac-keys", "profiler.trace-wsgi-transport");
        assertThat(page.text("#panel [role=tabpanel]")).contains("200 after ", "\"queues\"");
        assertThat(page.all("#panel iframe, #panel a")).isEmpty();
        assertThat(SAMPLE.traces()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheForm() {
        ConsolePage page = open();

        page.profile("//elsewhere.example/", "123");
        assertThat(page.outcome()).isEqualTo("Give a path of the application, which begins with one “/”.");
        page.find("#more summary").click();
        page.fill("#headers", "no header");
        page.profile("/v2/queues", "123");
        page.until(() -> page.text("#outcome").equals("“no header” is not a header such as “Name: value”."));
        page.fill("#headers", "Authorization");
        page.profile("/v2/queues", "123");
        page.until(() -> page.text("#outcome").equals("“Authorization” is not a header such as “Name: value”."));
        assertThat(SAMPLE.traces()).isEmpty();
    }

    @Test
    void theKeyStaysInThePage() {
        ConsolePage page = open();
        page.run(
                "window.sent = []; const original = fetch;"
                        + "window.fetch = (url, options) => { sent.push(String(url) + JSON.stringify(options.headers instanceof"
                        + " Headers ? [...options.headers] : options.headers) + options.body); return original(url, options); }");

        page.profile("/v2/queues", "123");
        page.waterfall();

        assertThat((List<?>) page.run("return window.sent"))
                .anySatisfy(request -> assertThat((String) request).contains("/v2/queues", "x-trace-hmac"))
                .noneSatisfy(request -> assertThat((String) request).containsPattern("\\b123\\b"));
        assertThat(page.run("return {...localStorage, ...sessionStorage}")).isEqualTo(Map.of());
        assertThat(page.run("return document.cookie + location.href"))
                .isEqualTo(SAMPLE.origin() + "/actuator/profiler#trace="
                        + SAMPLE.traces().get(0).baseId());
        CHROMIUM.driver().navigate().refresh();
        assertThat(page.find("#key").getDomProperty("value")).isEmpty();
    }

    @Test
    void showsWhatOthersProfileWithoutBeingAsked() {
        ConsolePage page = profiled("/v2/queues");

        CHROMIUM.driver().switchTo().newWindow(WindowType.TAB);
        profiled("/v2/pools");
        CHROMIUM.driver().close();
        CHROMIUM.driver()
                .switchTo()
                .window(CHROMIUM.driver().getWindowHandles().iterator().next());

        page.until(() -> page.names().equals(List.of("GET /v2/pools", "GET /v2/queues")));
    }

    @Test
    void filtersAndSorts() {
        ConsolePage page = profiled("/v2/queues/none/messages", "/v2/nowhere");
        page.until(() -> page.names().size() == 2);

        page.fill("#name", "nowhere");
        page.until(() -> page.names().equals(List.of("GET /v2/nowhere")));
        page.fill("#name", Keys.BACK_SPACE.toString());
        page.choose("#sort", "most spans first");
        page.until(() -> page.names().equals(List.of("GET /v2/queues/none/messages", "GET /v2/nowhere")));
        page.find("[data-order=started] button").click();
        page.until(() -> page.names().equals(List.of("GET /v2/nowhere", "GET /v2/queues/none/messages")));
        assertThat(page.find("[aria-sort=descending]").getText()).isEqualTo("started (UTC)");
        assertThat(page.text("#list .ago")).matches("\\d+ (s|min) ago");
        page.fill("#minimum", "1 h");
        page.until(() -> page.text("#list").equals("No trace passes these filters."));
        page.fill("#minimum", "soon");
        page.until(() -> page.text("#trouble").startsWith("minDuration: 'soon' is not a duration such as 50ms"));
        page.fill("#minimum", Keys.BACK_SPACE.toString());
        page.until(() -> page.names().size() == 2);
        assertThat(page.text("#trouble")).isEmpty();
        page.find("#failed").click();
        page.until(() -> page.text("#list").equals("No trace passes these filters."));
    }

    @Test
    void withErrorsMeansTheErrorsOfTheList() {
        ConsolePage page = open();
        page.choose("#method", "PATCH");
        page.find("#more summary").click();
        page.fill("#body", "[]");
        page.profile("/v2/queues/none", "123");
        assertThat(page.ending()).isNotEqualTo("Completed");
        page.choose("#method", "GET");
        page.profile("/v2/queues", "123");
        page.until(() -> page.names().size() == 2);
        assertThat(page.all("#list td.number.error")).hasSize(1);

        page.find("#failed").click();

        page.until(() -> page.names().equals(List.of("PATCH /v2/queues/none")));
        assertThat(page.all("#list td.number.error")).hasSize(1);
    }

    @Test
    void listsAndFindsHowRequestsWereAnswered() {
        ConsolePage page = profiled("/v2/queues", "/v2/nowhere");
        page.until(() -> page.names().equals(List.of("GET /v2/nowhere", "GET /v2/queues")));
        assertThat(page.all("#list td:nth-child(2)"))
                .extracting(WebElement::getText, status -> status.getDomAttribute("class"))
                .containsExactly(tuple("404", "warning"), tuple("200", ""));

        for (String found : List.of("4", "404", "4xx", "failed")) {
            page.fill("#status", found);
            page.until(() -> page.names().equals(List.of("GET /v2/nowhere")));
            page.fill("#status", "2xx");
            page.until(() -> page.names().equals(List.of("GET /v2/queues")));
        }
        page.fill("#status", "500");
        page.until(() -> page.text("#list").equals("No trace passes these filters."));
        page.fill("#status", "fine");
        page.until(() -> page.text("#trouble").startsWith("status: 'fine' is not an HTTP status such as 404"));
    }

    @Test
    void anErrorStatusIsNoSuccess() {
        ConsolePage page = profiled("/v2/nowhere");

        assertThat(page.outcome()).startsWith("404 ");
        assertThat(page.find("#outcome").getDomAttribute("class")).isEqualTo("told wary");
        assertThat(page.ending()).isEqualTo("Answered 404");
    }

    @Test
    void theSameHeadersAgainAreRequestsOfOneTrace() {
        ConsolePage page = open();

        Map<String, String> headers = SignedHeaders.sign(new TraceContext("once/again", "once/again", "123"))
                .asMap();
        CHROMIUM.driver().executeAsyncScript("""
                const [headers, done] = arguments;
                ['queues', 'pools', 'health'].reduce(
                    (before, name) => before.then(() => fetch('/v2/' + name, { headers })), Promise.resolve()).then(() => done());
                """, headers);

        page.until(() -> page.text("#list .requests").equals("3 requests"));
        page.find("#list tbody a").click();
        assertThat(page.ending()).isEqualTo("All 3 completed");
        page.find("#list tbody button").click();
        page.find("#confirm .danger").click();
        page.until(() -> page.text("#list").startsWith("No traces yet."));
    }

    @Test
    void staysLiveWhenAnAnswerIsNotWhatItAskedFor() {
        ConsolePage page = open();
        page.run("window.original = fetch; window.fetch = async () => new Response('<p>Log in</p>')");
        page.until(() -> page.text("#trouble").startsWith("The application broke off its answer"));

        page.run("window.fetch = original");

        page.until(() -> page.text("#trouble").isEmpty());
    }

    @Test
    void asksForOneListAtATimeHoweverFastSomebodyTypes() {
        ConsolePage page = profiled("/v2/queues");
        holdListsBack(page);
        page.fill("#name", "nothing");
        page.until(() -> page.run("return asked.length").equals(1L));
        page.fill("#name", "queues");
        page.run("document.dispatchEvent(new Event('visibilitychange'))");

        page.run("const [first] = [answer]; answer = null; first()");
        page.until(() -> page.run("return answer !== null").equals(true));

        assertThat(page.run("return asked.length")).isEqualTo(2L);
        assertThat((String) page.run("return asked[1]")).contains("name=queues");
        page.run("answer()");
        page.until(() -> page.names().equals(List.of("GET /v2/queues")));
    }

    @Test
    void asksForWhatIsTypedJustBeforeAListComesAlsoIfNotLive() {
        ConsolePage page = profiled("/v2/queues");
        page.find("#live").click();
        holdListsBack(page);
        page.fill("#name", "nothing");
        page.until(() -> page.run("return asked.length").equals(1L));

        page.run("""
                const [first] = [answer];
                answer = null;
                const name = document.getElementById('name');
                name.value = 'queues';
                name.dispatchEvent(new Event('input', { bubbles: true }));
                first(Response.json({ traces: [], more: false }));
                """);
        page.until(() -> page.run("return answer !== null").equals(true));

        assertThat((String) page.run("return asked[1]")).contains("name=queues");
        page.run("answer()");
        page.until(() -> page.names().equals(List.of("GET /v2/queues")));
    }

    @Test
    void fitsIntoANarrowWindow() {
        CHROMIUM.driver().manage().window().setSize(new Dimension(500, 900));
        try {
            ConsolePage page = profiled("/v2/queues");
            page.until(() -> page.names().size() == 1);

            assertThat(page.run("const root = document.documentElement; return root.scrollWidth - root.clientWidth"))
                    .isEqualTo(0L);
        } finally {
            CHROMIUM.driver().manage().window().setSize(new Dimension(1400, 1000));
        }
    }

    @Test
    void opensATraceOfTheListAndClosesIt() {
        ConsolePage page = profiled("/v2/pools", "/v2/queues");
        page.until(() -> page.names().size() == 2);

        page.all("#list tbody a").get(1).sendKeys(Keys.ENTER);

        page.until(() -> page.text("#panel-heading").equals("GET /v2/pools"));
        assertThat(page.waterfall()).startsWith("wsgi", "controller");
        assertThat(page.all("#list tr.opened")).hasSize(1);
        page.find("#panel button").click();
        assertThat(page.find("#panel").isDisplayed()).isFalse();
    }

    @Test
    void deletesATraceOnceThatIsConfirmed() {
        ConsolePage page = profiled("/v2/queues");
        page.until(() -> page.names().size() == 1);

        page.find("#list tbody button").click();
        assertThat(page.text("#confirm")).contains("Delete this trace?", "GET /v2/queues");
        Accessibility.assertGood(CHROMIUM.driver());
        page.find("#confirm button").click();
        assertThat(SAMPLE.traces()).hasSize(1);
        page.find("#list tbody button").click();
        page.find("#confirm .danger").click();

        page.until(() -> page.text("#list").startsWith("No traces yet."));
        assertThat(SAMPLE.traces()).isEmpty();
        assertThat(page.find("#panel").isDisplayed()).isFalse();
    }

    @Test
    void isGoodToLookAtInLightAndDark() {
        ConsolePage page = profiled("/v2/queues");

        Accessibility.assertGood(CHROMIUM.driver());
        Object light = page.run("return getComputedStyle(document.body).backgroundColor");
        page.find("#theme").click();
        try {
            assertThat(page.run("return getComputedStyle(document.body).backgroundColor"))
                    .isNotEqualTo(light);
            Accessibility.assertGood(CHROMIUM.driver());
        } finally {
            page.find("#theme").click();
            page.run("localStorage.clear()");
        }
    }

    @Test
    void saysThatThereIsNoSuchTrace() {
        CHROMIUM.driver().get(SAMPLE.origin() + "/actuator/profiler/%3Cimg%20src=x%20onerror=alert(1)%3E");

        assertThat(CHROMIUM.driver().executeScript("return document.querySelector('#message').textContent"))
                .isEqualTo("Trace <img src=x onerror=alert(1)> not found.");
        assertThat(CHROMIUM.driver().executeScript("return document.querySelector('#list').href"))
                .isEqualTo(SAMPLE.origin() + "/actuator/profiler");
        Accessibility.assertGood(CHROMIUM.driver());
    }
}
