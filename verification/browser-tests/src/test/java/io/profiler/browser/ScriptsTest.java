// SPDX-License-Identifier: Apache-2.0
package io.profiler.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts one by one, loaded by the browser as the modules that they are. */
class ScriptsTest {

    private static final String DECLARED_NAMES = """
            const known = new Set();
            const read = async path => {
              if (known.has(path)) {
                return [];
              }
              known.add(path);
              const text = await (await fetch(path)).text();
              const imported = [...text.matchAll(/^import [^;]*from '(.*)';$/gm)]
                  .map(([, from]) => read(new URL(from, new URL(path, location)).pathname));
              const own = [...text.matchAll(/^(?:export )?(?:async )?(?:function|class|const) (\\w+)/gm)].map(([, name]) => name);
              return own.concat(...await Promise.all(imported));
            };
            return read(arguments[0]);
            """;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    @RegisterExtension
    static final ClassPathServer SERVER = new ClassPathServer();

    @BeforeEach
    void openAnEmptyPage() {
        CHROMIUM.driver().get(SERVER.origin());
    }

    /** What an expression gives, in which a script is {@code it}; or why the script does not run. */
    private static Object result(String script, String expression, Object... arguments) {
        return CHROMIUM.driver()
                .executeScript(
                        "const given = arguments; return import('/io/profiler/" + script + "').then(it => " + expression
                                + ").catch(failure => failure.message)",
                        arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report/html/main.js",
                "report/html/sampled.js",
                "report/compare/comparison.js",
                "autoconfigure/actuate/console.js",
                "autoconfigure/actuate/failure.js"
            })
    void whatAPageRunsFindsAllItsImportsAndMissesNothingButItsData(String script) {
        assertThat(result(script, "'it has run'")).isEqualTo("Cannot read properties of null (reading 'textContent')");
    }

    /** On a page all scripts share one scope, so that a name of one would hide the browser's from the others. */
    @ParameterizedTest
    @ValueSource(
            strings = {"report/html/sampled.js", "report/compare/comparison.js", "autoconfigure/actuate/console.js"})
    void noNameIsTheBrowsers(String script) {
        List<?> names = (List<?>) CHROMIUM.driver().executeScript(DECLARED_NAMES, "/io/profiler/" + script);

        assertThat(names).hasSizeGreaterThan(30);
        assertThat(CHROMIUM.driver().executeScript("return arguments[0].filter(name => name in window)", names))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "-5, -5 µs",
        "999.4, 999 µs",
        "1000, 1.00 ms",
        "999499, 999 ms",
        "999500, 1.00 s",
        "59940000, 59.9 s",
        "59960000, 1:00 min",
        "3725000000, 1:02 h",
        "3600000000000, 41.7 d",
        "63115200000000000, 2000 y"
    })
    void aDurationHasThreeDigitsAndAUnit(double micros, String text) {
        assertThat(result("report/html/numbers.js", "it.duration(given[0])", micros))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5 ms, 5000", "'1,500', 1500000", "≥ 1.5 s, 1500000", "200 µs, 200", "20us, 20", "five, ", "5 min, "})
    void aTimeIsReadInItsUnitOrInMilliseconds(String text, Long micros) {
        assertThat(result("report/html/query.js", "it.microsOf(given[0])", text))
                .isEqualTo(micros);
    }

    @Test
    void whatCannotBeSeenIsWrittenOut() {
        String text = "a\u202eb\nc\u0007\ud83d\ude00";

        assertThat(result("report/html/text.js", "it.visible(given[0])", text)).isEqualTo("a\\u202eb\\nc\\x07😀");
        assertThat(result("report/html/text.js", "it.visibleLines(given[0])", text))
                .isEqualTo("a\\u202eb\nc\\x07😀");
    }

    @Test
    void lettersAndSymbolsThatLeaveNoMarkAreWrittenOut() {
        String text = "a\u034fb\u115fc\u3164d\uffa0e\u2800f\ufe0fg\udb40\udd00";

        assertThat(result("report/html/text.js", "it.visible(given[0])", text))
                .isEqualTo("a\\u034fb\\u115fc\\u3164d\\uffa0e\\u2800f\\ufe0fg\\U000e0100");
    }

    @Test
    void aTextIsNotCutWithinACharacter() {
        assertThat(result("report/html/text.js", "it.visible('ab😀c', 3)")).isEqualTo("ab…");
    }

    @Test
    void noCanvasHasMoreThanBrowsersDraw() {
        String canvas = "(made => (it.sizedContext(made, 1000, 22001), [made.width, made.height]))"
                + "({ style: {}, getContext: () => ({ scale() {} }) })";

        assertThat(result("report/html/canvas.js", canvas)).isEqualTo(List.of(745L, 16384L));
    }

    @Test
    void anAxisCutsPausesShort() {
        String axis = "new it.TimeAxis({ from: [0, 1000], to: [10, 1010] }, 1010)";

        assertThat(result("report/html/axis.js", axis + ".total")).isEqualTo(21L);
        assertThat(result("report/html/axis.js", "[10, 500, 1000, 1005].map(at => " + axis + ".isPause(at))"))
                .isEqualTo(List.of(false, true, false, false));
        assertThat(result("report/html/axis.js", "[0, 10, 1000, 1010].map(at => " + axis + ".placeOf(at))"))
                .isEqualTo(List.of(0L, 10L, 11L, 21L));
        assertThat(result("report/html/axis.js", "[0, 10, 11, 21].map(at => " + axis + ".instantAt(at))"))
                .isEqualTo(List.of(0L, 10L, 1000L, 1010L));
    }

    /** Texts are told apart by their numbers, of which a large trace has more than 65,536. */
    @ParameterizedTest
    @CsvSource({"1, 1", "65537, 5"})
    void repeatsAreOfOneService(int otherService, int lines) {
        String trace = """
                {
                  size: 5,
                  strings: { length: 100000 },
                  operation: [7, 7, 7, 7, 7],
                  service: [1, 1, 1, 1, given[0]],
                  started: [], durations: [], selfs: [],
                  childrenOf: span => span < 0 ? [0, 1, 2, 3, 4] : [],
                  finished: () => 0,
                  isFailed: () => false,
                }""";

        assertThat(result(
                        "report/html/outline.js",
                        "new it.Outline(" + trace + ").depths.filter(depth => depth === 0).length",
                        otherService))
                .isEqualTo((long) lines);
    }

    /** A line for all would hide the slowest of them. */
    @ParameterizedTest
    @CsvSource({"2, 1, 5", "2, 0, 1", "1, 1, 1"})
    void whatRunsSideBySideElsewhereIsNotFolded(int duration, int nextSubject, int lines) {
        String trace = """
                {
                  size: 5,
                  strings: { length: 9 },
                  operation: [7, 7, 7, 7, 7],
                  service: [1, 1, 1, 1, 1],
                  subject: [0, 1, 2, 3, 4].map(i => i * given[1]),
                  started: [0, 1, 2, 3, 4], durations: [], selfs: [],
                  childrenOf: span => span < 0 ? [0, 1, 2, 3, 4] : [],
                  finished: span => span + given[0],
                  isFailed: () => false,
                }""";

        assertThat(result(
                        "report/html/outline.js",
                        "new it.Outline(" + trace + ").depths.filter(depth => depth === 0).length",
                        duration,
                        nextSubject))
                .isEqualTo((long) lines);
    }

    /** Each asks for the end of each of its kind: once for whether they overlap, and once for their line. */
    @Test
    void whetherRepeatsAreFoldedIsDecidedOnce() {
        String trace = """
                {
                  size: 50,
                  strings: { length: 9 },
                  operation: Array(50).fill(7),
                  service: Array(50).fill(1),
                  subject: Array(50).fill(0),
                  started: Array.from({ length: 50 }, (_, s) => s), durations: [], selfs: [],
                  childrenOf: span => span < 0 ? Array.from({ length: 50 }, (_, s) => s) : [],
                  finished(span) { window.asked++; return span + 1; },
                  isFailed: () => false,
                }""";

        assertThat(result("report/html/outline.js", "(window.asked = 0, new it.Outline(" + trace + "), window.asked)"))
                .isEqualTo(100L);
    }

    /** Whoever compared each with all others would not come to an end. */
    @Test
    void spansSideBySideGetALaneEachAndLaterOnesTakeTheLaneThatWasFreeFirst() {
        String trace = """
                {
                  size: given[0],
                  has: () => false,
                  text: () => 'shop',
                  service: { }, host: Array(given[0]).fill(0), depths: Array(given[0]).fill(0), parents: Array(given[0]).fill(-1),
                  started: Array.from({ length: given[0] }, (_, s) => s),
                  finished: span => span + given[1],
                }""";
        String lanes = "it.lanesOf(" + trace + ").map(lane => lane.entries.map(entry => entry.span))";

        assertThat(result("report/html/lanes.js", lanes, 7, 3))
                .isEqualTo(List.of(List.of(0L, 3L, 6L), List.of(1L, 4L), List.of(2L, 5L)));
        assertThat(result("report/html/lanes.js", lanes + ".length", 200_000, 200_000))
                .isEqualTo(200_000L);
    }

    @ParameterizedTest
    @CsvSource({"3, 2, Show 2 of the 3 spans", "3, 3, Show the 3 spans", "1, 1, Show the span"})
    void theVerdictShowsNoMoreSpansThanThePageHas(int count, int shown, String label) {
        String verdict = "{ total: 0, told: 1, layers: [], findings: [{ rule: 'N+1', advice: '', words: ['much'],"
                + " spans: Array(given[1]).fill(0), count: given[0] }] }";

        assertThat(result(
                        "report/html/verdict.js",
                        "it.verdictBox({ trace: { layers: [], verdict: " + verdict
                                + " } }).querySelector('button').textContent",
                        count,
                        shown))
                .isEqualTo(label);
    }

    @Test
    void segmentsThatMeetInAPixelAreDrawnAsOne() {
        String scale = "{ place: micros => micros / 100 }";

        assertThat(result(
                        "report/html/segments.js",
                        "it.pixelSegments([[0, 10], [11, 20], [50, 60], [200, 300]], " + scale + ", 50)"))
                .isEqualTo(List.of(List.of(0L, 10L), List.of(25L, 30L)));
    }

    /** Each look-up has the browser compute styles. */
    @Test
    void theOverviewLooksItsColoursUpOnce() {
        String trace = "{ size: 9, depths: [0], started: [], layerOf: [], isFailed: () => true, finished: () => 1 }";
        String overview =
                "{ session: { trace: " + trace + ", scale: { axis: { placeOf: micros => micros }, total: 1 } },"
                        + " colours: { layers: () => [], error: () => `red ${++window.asked}` }, drawPauses() { } }";

        assertThat(result(
                        "report/html/overview.js",
                        "(window.asked = 0, it.Overview.prototype.drawSpans.call(" + overview
                                + ", { fillRect() { } }, 100), window.asked)"))
                .isEqualTo(1L);
    }

    @Test
    void aStatementIsLaidOutByItsClauses() {
        String statement = "select a from t left join u on t.id = u.id where b between 1 and 2 and c = 'from'";

        assertThat(result(
                        "report/html/pretty.js",
                        "it.prettyStatement(given[0]).map(piece => piece.textContent ?? piece).join('')",
                        statement))
                .isEqualTo("""
                        select a
                        from t
                        left join u
                          on t.id = u.id
                        where b between 1 and 2
                          and c = 'from'""");
    }

    @ParameterizedTest
    @CsvSource({"a-b.c, /a-b.c", "coverage, ?traceId=coverage", "a/b, ?traceId=a%2Fb"})
    void aTraceThatNoPathCanNameIsAskedForByParameter(String id, String end) {
        assertThat(result(
                        "autoconfigure/actuate/endpoint.js",
                        "it.endpoint.pageOf(given[0]).slice(it.endpoint.address.length)",
                        id))
                .isEqualTo(end);
    }

    @Test
    void aRequestIsReadFromTheForm() {
        String form = "{ method: 'POST', path: '/orders?a=1', headers: 'X-A: 1', body: '{}' }";

        assertThat(result(
                        "autoconfigure/actuate/request.js",
                        "(request => [request.url.href, ...request.headers.values()])(it.readRequest(" + form
                                + ", 'http://shop:8080'))"))
                .isEqualTo(List.of("http://shop:8080/orders?a=1", "application/json", "1"));
        assertThat(result(
                        "autoconfigure/actuate/request.js",
                        "it.readRequest({ path: '//elsewhere/', headers: '' }, 'http://shop:8080')"))
                .isEqualTo("Give a path of the application, which begins with one “/”.");
    }

    @Test
    void whatBrowsersWouldLeaveOutIsNotSent() {
        String asked =
                "{ method: 'GET', path: '/', headers: 'Cookie: a=b\\nX-A: 1\\nSec-Fetch-Mode: cors\\nReferer: /a' }";

        assertThat(result(
                        "autoconfigure/actuate/request.js",
                        "it.sendSigned(it.readRequest(" + asked + ", location.origin), 'id', 'key',"
                                + " { strict: false, relayed: false, signal: AbortSignal.abort() })"))
                .isEqualTo(
                        "Browsers let no page send these headers: cookie, referer, sec-fetch-mode. Leave them out, or copy the"
                                + " request for curl.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[['POST', '/a'], ['GET', '/b/{id}'], ['GET', '/c/**'], ['GET', '/d'], ['GET', '/e']] | /d",
                "[['POST', '/a'], ['GET', '/b/{id}']] | /",
                "[['GET', '']] | /",
                "[] | /"
            })
    void theFirstPathIsOneThatCanBeRead(String paths, String first) {
        assertThat(result("autoconfigure/actuate/suggest.js", "it.firstPath(" + paths + ")"))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"80,, http://127.0.0.1", "443, https, https://127.0.0.1", "8080,, http://127.0.0.1:8080"})
    void theApplicationIsWhereBrowsersSayThatItIs(int port, String scheme, String origin) {
        String settings = "it.applicationOrigin({ applicationPort: given[0], applicationScheme: given[1] })";

        assertThat(result(
                        "autoconfigure/actuate/request.js",
                        "it.readRequest({ method: 'GET', path: '/orders', headers: '' }, " + settings + ").url.href",
                        port,
                        scheme))
                .isEqualTo(origin + "/orders");
    }

    @Test
    void timesAreSpreadByNearestRank() {
        assertThat(result("autoconfigure/actuate/distribution.js", "it.distributionOf([30, 10, 20])"))
                .isEqualTo(Map.of("min", 10L, "median", 20L, "max", 30L));
        assertThat(result(
                        "autoconfigure/actuate/distribution.js",
                        "it.distributionOf(Array.from({ length: 100 }, (_, i) => 100 - i))"))
                .isEqualTo(Map.of("min", 1L, "median", 50L, "max", 100L));
    }

    @Test
    void anAnswerWithoutATraceHasNothingOfTheOneBefore() {
        String page = "document.body.innerHTML = '<p id=profile></p><p id=panel></p><p id=spoken></p>'";
        String run =
                "{ id: 'a', micros: null, missing: 'gone', answer: { status: 404, headers: [], bytes: [], length: 0 } }";

        assertThat(result(
                        "autoconfigure/actuate/panel.js",
                        "(panel => (panel.show({ id: null, title: 'first', run: " + run + ", runs: [" + run + ", " + run
                                + "] }), panel.show({ id: null, title: 'next', run: " + run + " }),"
                                + " [...document.querySelectorAll('[role=tab]')].map(tab => tab.textContent)))"
                                + "((" + page + ", new it.ResultPanel(() => {}, () => '')))"))
                .isEqualTo(List.of("Response"));
    }

    @Test
    void aRequestThatHasNotEndedIsNotTheFastest() {
        String unended =
                "{ children: [{ info: { 'meta.raw_payload.wsgi-start': { timestamp: '2026-01-31T12:10:00' } } }] }";
        assertThat(result("autoconfigure/actuate/arrival.js", "it.microsOf(" + unended + ")"))
                .isNull();

        String runs = "[30, null, 10, 20].map(micros =>" + " ({ micros, missing: null, answer: { status: 200 } }))";

        assertThat((String) result(
                        "autoconfigure/actuate/runs.js",
                        "it.runsView(" + runs + ", {}).map(part => part.textContent).join('; ')"))
                .contains("first30 µsfastest10 µsmedian10 µsslowest20 µs", "2200not endedshow");
    }

    @ParameterizedTest
    @CsvSource({
        "others are shown; try again in a moment, others are shown; try again in a moment (503)",
        "no answer from it, The store of the traces is away: no answer from it"
    })
    void whoeverIsBusyIsNotAway(String message, String told) {
        String answer = "window.fetch = async () => Response.json({ message: given[0] }, { status: 503 })";

        assertThat(result(
                        "autoconfigure/actuate/endpoint.js",
                        "(" + answer + ", it.endpoint.trace('a', new AbortController().signal))",
                        message))
                .isEqualTo(told);
    }

    /** Such as a page of a proxy, which is JSON as well. */
    @ParameterizedTest
    @CsvSource({
        "'it.endpoint.list({}, null)', {}",
        "'it.endpoint.list({}, null)', '{\"traces\": [null]}'",
        "'it.endpoint.list({}, null)', null",
        "'it.endpoint.trace(\"a\", new AbortController().signal)', {}",
        "'it.endpoint.trace(\"a\", new AbortController().signal)', '{\"children\": [{}]}'",
        "'it.endpoint.record(1)', []",
        "'it.endpoint.relay({ url: location, headers: [] }, new AbortController().signal)', '{\"headers\": []}'"
    })
    void whatIsNotTheEndpointsAnswerIsTrouble(String asking, String answer) {
        assertThat(result(
                        "autoconfigure/actuate/endpoint.js",
                        "(window.fetch = async () => new Response(given[0]), " + asking
                                + ".catch(failure => failure instanceof it.Trouble && failure.message))",
                        answer))
                .isEqualTo(
                        "The application broke off its answer, or sent something else; you may have to log in again.");
    }

    @Test
    void theRelayIsGivenAnAddressAsAddressesAreWritten() {
        assertThat(result("autoconfigure/actuate/endpoint.js", """
                        (window.fetch = async (address, { body }) => Response.json({ message: JSON.parse(body).path }, { status: 400 }),
                        it.endpoint.relay({
                          url: new URL('http://shop/a|[b]^ä?c={d}|`%7B\\\\&e[]=ř'),
                          method: 'GET',
                          headers: new Headers(),
                        }, new AbortController().signal))"""))
                .isEqualTo("/a%7C%5Bb%5D%5E%C3%A4?c=%7Bd%7D%7C%60%7B%5C&e%5B%5D=%C5%99 (400)");
    }

    @ParameterizedTest
    @CsvSource({"10:00.000000, 10:00.012345, 12345", "10:59.9, 11:00.95, 1050000", "10:00, 10:01, 1000000"})
    void theTimeOfARequestHasMicroseconds(String started, String stopped, long micros) {
        String report =
                "(times => ({ children: [{ info: { name: 'wsgi', 'meta.raw_payload.wsgi-start': { timestamp: times[0] },"
                        + " 'meta.raw_payload.wsgi-stop': { timestamp: times[1] } } }] }))"
                        + "([...given].map(time => '2026-01-31T12:' + time))";

        assertThat(result("autoconfigure/actuate/arrival.js", "it.microsOf(" + report + ")", started, stopped))
                .isEqualTo(micros);
    }

    @ParameterizedTest
    @CsvSource({
        "12:00:00.000Z, 0 s ago",
        "11:59:57.001Z, 2 s ago",
        "11:58:59Z, 1 min ago",
        "09:00:00.001Z, 2 h ago",
        "12:00:01Z, ''"
    })
    void aTimeIsToldAsSoLongAgo(String time, String ago) {
        assertThat(result(
                        "autoconfigure/actuate/ago.js",
                        "it.ago(given[0], Date.parse('2026-01-31T12:00:00Z'))",
                        "2026-01-31T" + time))
                .isEqualTo(ago);
        assertThat(result(
                        "autoconfigure/actuate/ago.js",
                        "it.ago('2026-01-29T12:00:00Z', Date.parse('2026-01-31T12:00:00Z')) + it.ago(null)"))
                .isEqualTo("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3 of 4 spans on web 1 (Berlin), 2 on b | 3 of 4 spans on host-1, 2 on host-2
                    not known on büro-pc; b is ahead       | not known on host-3; host-2 is ahead
                    web 1 (Berlin): b.                     | host-1: host-2.
                    """)
    void hostsOfAnyNameAreLeftOut(String text, String shared) {
        String names =
                "Object.assign(Object.create(it.Pseudonyms.prototype), { hosts: new Map([['web 1 (Berlin)', 'host-1'],"
                        + " ['b', 'host-2'], ['büro-pc', 'host-3']]) })";

        assertThat(result("report/html/pseudonyms.js", names + ".inText(given[0])", text))
                .isEqualTo(shared);
    }

    @Test
    void aCommandForAShellHoldsWhatItIsGiven() {
        String request = "{ url: new URL('http://shop/a?b=%27'), method: 'POST', body: \"it's\","
                + " headers: new Headers({ 'X-A': \"o'clock $HOME\" }) }";

        assertThat(result("autoconfigure/actuate/snippets.js", "it.curlCommand(" + request + ")"))
                .isEqualTo("""
                        curl -sS --globoff -i -X POST \\
                          -H 'x-a: o'\\''clock $HOME' \\
                          --data-raw 'it'\\''s' \\
                          'http://shop/a?b=%27'
                        """);
        assertThat(result("autoconfigure/actuate/snippets.js", "it.intellijRequest(" + request + ")"))
                .isEqualTo("""
                        ### POST /a, profiled
                        POST http://shop/a?b=%27
                        x-a: o'clock $HOME

                        it's
                        """);
    }

    /** In Postman's place: what it has for scripts, as far as the scripts ask for it. */
    @ParameterizedTest
    @CsvSource({
        "false, 'X-Trace-Info X-Trace-HMAC', '{\"base_id\":\"an-id\",\"parent_id\":\"an-id\"}'",
        "true, X-Trace-Token, '{\"alg\":\"HS256\"}'"
    })
    void aScriptForPostmanSignsEachRequest(boolean strict, String names, String signed) {
        String sandbox = """
                const headers = [];
                const pm = {
                  variables: { replaceIn: () => 'an-id', get: name => 'the value of ' + name },
                  request: { method: 'GET', headers: { upsert: header => headers.push(header) } },
                };
                const mac = name => (text, key) => name + ' of ' + text + ' by ' + key;
                const CryptoJS = {
                  enc: { Utf8: { parse: text => text }, Base64: { stringify: text => btoa(text) } },
                  HmacSHA1: mac('SHA1'),
                  HmacSHA256: mac('SHA256'),
                };
                """;

        List<?> headers = (List<?>) result(
                "autoconfigure/actuate/snippets.js",
                "new Function(given[0] + it.postmanScript(given[1])"
                        + " + '; return [headers.map(one => one.key).join(\" \"), headers.map(one => one.value).join(\" \")]')()",
                sandbox,
                strict);

        assertThat(headers.get(0)).isEqualTo(names);
        String first = headers.get(1).toString().split("[ .]")[0];
        assertThat(new String(Base64.getUrlDecoder().decode(first), StandardCharsets.UTF_8))
                .isEqualTo(signed);
        String signature = strict
                ? new String(
                        Base64.getUrlDecoder().decode(headers.get(1).toString().split("\\.")[2]),
                        StandardCharsets.UTF_8)
                : headers.get(1).toString().split(" ", 2)[1];
        assertThat(signature)
                .startsWith(strict ? "SHA256 of " + first + '.' : "SHA1 of " + first)
                .endsWith(" by the value of profilerKey");
    }
}
