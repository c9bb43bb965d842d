// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import io.profiler.cli.console.Environment;
import io.profiler.propagation.Allowance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCommandTest {

    private static final Map<String, String> KEY = Map.of("OS_PROFILE", "123");

    private EchoService service;

    @BeforeEach
    void start() throws IOException {
        service = new EchoService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void signsTheRequestAndTellsTheTrace() {
        CommandRun run = CommandRun.of("request", service.url() + "/v2/queues?limit=1", "--hmac-key", "123");

        String id = service.verdict().context().baseId();
        assertThat(run).isEqualTo(new CommandRun(0, """
                HTTP/1.1 201
                {"answer": "žluťoučký"}

                Trace ID: %s
                To show it: profiler trace show %s --connection-string STRING
                """.formatted(id, id), ""));
        assertThat(service.method()).isEqualTo("GET");
        assertThat(service.target()).isEqualTo("/v2/queues?limit=1");
        assertThat(service.verdict().context().parentId()).isEqualTo(id);
    }

    @Test
    void tellsWhereTheApplicationShowsTheTrace() {
        service.links("</shop/actuator/profiler/1f-2>; rel=\"describedby\"; title=\"trace\"");

        CommandRun run = CommandRun.of("request", service.url() + "/v2/queues", "--hmac-key", "123");

        assertThat(run.out())
                .contains("To show it: " + service.url() + "/shop/actuator/profiler/1f-2, or profiler trace show ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</page>; rel=\"next\"",
                "<//elsewhere.org/>; rel=\"describedby\"; title=\"trace\"",
                "</a b>; rel=\"describedby\"; title=\"trace\"",
            })
    void followsNoOtherLink(String link) {
        service.links(link);

        CommandRun run = CommandRun.of("request", service.url() + "/v2/queues", "--hmac-key", "123");

        assertThat(run.out()).contains("To show it: profiler trace show ");
    }

    @ParameterizedTest
    @CsvSource({"/v2/queues", "/%C5%BE/a%20b", "''"})
    void asksByATokenForOneRequest(String path) {
        CommandRun run = CommandRun.of("request", "put", service.url() + path, "--hmac-key", "123", "--token");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Trace ID: " + service.verdict().context().baseId() + "\n");
        assertThat(service.header("X-Trace-Info")).isNull();
    }

    @Test
    void asksForLooksByATokenWhichAloneCan() {
        CommandRun run = CommandRun.of("request", service.url() + "/a", "--hmac-key", "123", "--samples=20ms");

        assertThat(run.err()).isEmpty();
        assertThat(service.verdict().context().allowance())
                .isEqualTo(Allowance.UNLIMITED.sampled(Duration.ofMillis(20)));
    }

    @Test
    void sendsWhatItIsTold() {
        CommandRun.of(
                "request",
                "put",
                service.url(),
                "--hmac-key",
                "123",
                "-H",
                "Client-ID: c",
                "-HX-Empty:",
                "-d",
                "{}",
                "-H",
                "Host: example.org");

        assertThat(service.method()).isEqualTo("PUT");
        assertThat(service.header("Client-ID")).isEqualTo("c");
        assertThat(service.header("X-Empty")).isEmpty();
        assertThat(service.header("Host")).isEqualTo("example.org");
        assertThat(service.header("Content-Type")).isEqualTo("application/json");
        assertThat(service.body()).isEqualTo("{}");
    }

    @Test
    void postsAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("body"), "a=ž");

        CommandRun.of("request", service.url(), "--hmac-key=123", "-H", "content-type: text/plain", "-d", "@" + file);

        assertThat(service.method()).isEqualTo("POST");
        assertThat(service.header("Content-Type")).isEqualTo("text/plain");
        assertThat(service.body()).isEqualTo("a=ž");
    }

    @Test
    void takesKeyAndStoreFromTheEnvironment() {
        CommandRun run = CommandRun.in(
                Map.of("OS_PROFILE", "123", "OSPROFILER_CONNECTION_STRING", "mongodb://localhost"),
                "request",
                service.url());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .endsWith("profiler trace show " + service.verdict().context().baseId() + "\n");
    }

    @Test
    void saysThatTheServiceGaveNoSign() {
        CommandRun run = CommandRun.of("request", service.url(), "--hmac-key", "wrong");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEqualTo("HTTP/1.1 201\n{\"answer\": \"\u017elu\u0165ou\u010dk\u00fd\"}\n");
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("profiler: nothing says that the request was profiled")
                .contains("profiler.hmac-keys", "profiler.enabled", "--token", "proxy", "--unconfirmed")
                .doesNotContain("reactive");
    }

    @Test
    void tellsTheTraceOfAServiceThatNeverGivesASign() {
        CommandRun run = CommandRun.of("request", service.url(), "--hmac-key", "wrong", "--unconfirmed");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\nTrace ID: ").endsWith(" --connection-string STRING\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theAnswerCannotControlTheTerminal() {
        service.answers("\u001b]0;owned\u0007\u009b2J\r\n\tb\u202e\rc\u017e");

        assertThat(CommandRun.onTerminal(KEY, "request", service.url()).out())
                .startsWith("HTTP/1.1 201\n\\x1b]0;owned\\x07\\x9b2J\n\tb\\u202e\\rc\u017e\n\nTrace ID: ");
        assertThat(CommandRun.in(new Environment(KEY, StandardCharsets.US_ASCII, true, false), "request", service.url())
                        .out())
                .contains("c\\u017e\n");
    }

    @Test
    void aPipeGetsTheBytesOfTheAnswer() {
        byte[] bytes = {(byte) 0xff, 0, 27, '\r', '\n', (byte) 0xe9};
        service.answers(bytes, "text/plain; charset=iso-8859-1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CommandRun.into(out, new Environment(KEY, StandardCharsets.US_ASCII, false, false), "request", service.url());

        assertThat(Arrays.copyOfRange(out.toByteArray(), 13, 13 + bytes.length)).isEqualTo(bytes);
        assertThat(CommandRun.onTerminal(KEY, "request", service.url()).out())
                .startsWith("HTTP/1.1 201\n\u00ff\\x00\\x1b\n\u00e9\n");
    }

    @Test
    void sendsLettersOutsideOfAscii() {
        CommandRun.of("request", service.url() + "/\u017e?q=\u6f22", "--hmac-key", "123", "-d", "\u00e9");

        assertThat(service.target()).isEqualTo("/%C5%BE?q=%E6%BC%A2");
        assertThat(service.body()).isEqualTo("\u00e9");
    }

    @Test
    void sendsAnEmptyBody() {
        CommandRun.of("request", service.url(), "--hmac-key", "123", "-d", "");

        assertThat(service.method()).isEqualTo("POST");
        assertThat(service.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost:8888/v2| the URL must begin with http:// or https:// and a host",
                "http://my_app:8080/v2| the name of a host may not have an underscore; give another name of it, or its address",
                "http:///a_b| the URL must begin with http:// or https:// and a host",
                "http:///x| the URL must begin with http:// or https:// and a host",
                "127.0.0.1:8888/v2| the URL must begin with http:// or https:// and a host",
                "http://localhost/a b| the URL is malformed at character 19: Illegal character in path",
                "http://user:secret@localhost/| give user and password as -H 'Authorization: ...' instead of in the URL",
                "http://127.0.0.1:1/| no response from 127.0.0.1:1: nobody listens there, or the name is unknown"
            })
    void saysWhatIsWrongWithTheUrl(String url, String message) {
        assertFails(message, "request", url);
    }

    @Test
    void saysWhatIsWrongWithTheRequest() {
        assertFails(
                "--trace-methods: methods: more than 8",
                "request",
                service.url(),
                "--hmac-key",
                "123",
                "--token",
                "--trace-methods",
                "a.A,a.B,a.C,a.D,a.E,a.F,a.G,a.H,a.I");
        assertFails("a header is 'Name: value', which 'Accept' is not", "request", service.url(), "-H", "Accept");
        assertFails("the header 'Content-Length' cannot be sent", "request", service.url(), "-H", "Content-Length: 1");
        assertFails(
                "the header 'X-Name' cannot be sent, as it holds letters that are not ASCII",
                "request",
                service.url(),
                "-H",
                "X-Name: \u017e");
        assertFails("'A B' is not a method that can be sent", "request", "a b", service.url());
        assertFails("cannot read none: no such file or directory", "request", service.url(), "-d", "@none");
    }

    private static void assertFails(String message, String... arguments) {
        CommandRun run = CommandRun.in(KEY, arguments);

        assertThat(run).isEqualTo(new CommandRun(1, "", "profiler: " + message + "\n"));
    }

    @Test
    void printsHeadersForCurl() {
        CommandRun run = CommandRun.of("headers", "--hmac-key", "123");

        assertThat(run.out()).matches("X-Trace-Info: [A-Za-z0-9_=-]+\nX-Trace-HMAC: [0-9a-f]{40}\n");
        assertThat(run.err()).matches("Trace ID: [0-9a-f-]{36}\nTo show it: profiler trace show .*\n");
    }

    @Test
    void showsTheTraceAtOnce(@TempDir Path folder) {
        String store = service.storesInto("jdbc:h2:" + folder.resolve("traces"));

        CommandRun run = request("--show", "--connection-string", store);

        String id = service.verdict().context().baseId();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("HTTP/1.1 201\n\nTrace ID: " + id + "\n\nGET /orders\ntrace " + id)
                .contains("wsgi  GET /orders")
                .doesNotContain("answer", "To show it");
    }

    @Test
    void opensTheTraceInABrowser(@TempDir Path folder) throws IOException {
        String store = service.storesInto("jdbc:h2:" + folder.resolve("traces"));
        Path page = folder.resolve("trace.html");

        CommandRun run = CommandRun.onTerminal(
                Map.of("OS_PROFILE", "123", "BROWSER", "no-such-browser:true --new-window"),
                "request",
                service.url() + "/orders",
                "--open",
                "--out",
                page.toString(),
                "--connection-string",
                store);

        assertThat(run.err()).isEqualTo("Page: " + page + "\n");
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .contains(service.verdict().context().baseId());
    }

    @Test
    void saysWhereThePageIsThatNobodyOpens(@TempDir Path folder) {
        String store = service.storesInto("jdbc:h2:" + folder.resolve("traces"));
        Path page = folder.resolve("trace.html");

        CommandRun run = CommandRun.in(
                Map.of("OS_PROFILE", "123", "BROWSER", "no-such-browser:nor-such"),
                "request",
                service.url(),
                "--open",
                "--out",
                page.toString(),
                "--connection-string",
                store);

        assertThat(run.exitCode()).isOne();
        assertThat(run.err())
                .startsWith("profiler: 'no-such-browser' and 'nor-such' cannot be started; the page is in " + page);
        assertThat(page).exists();
    }

    @Test
    void aPageInAPipeStandsAlone(@TempDir Path folder) {
        String store = service.storesInto("jdbc:h2:" + folder.resolve("traces"));

        assertThat(request("--html", "--connection-string", store).out())
                .startsWith("<!doctype html>")
                .endsWith("</html>\n");
    }

    @Test
    void tellsTheFirstOfManyApart() {
        CommandRun run = request("-n", "5");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("5 requests, HTTP/1.1 201; times as seen here, with the network\nfirst ");
        assertThat(run.out().lines().skip(1).limit(4))
                .hasSize(4)
                .allMatch(line -> line.matches("(first|min|median|p95, max) +[0-9.]+ (µs|ms|s)  [0-9a-f-]{36}"));
    }

    @Test
    void aTraceThatHasSeveralFiguresHasOneLine() {
        assertThat(request("-n", "2").out().lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.matches(
                        "(first                 |min, median, p95, max)  +[0-9.]+ (µs|ms|s)  [0-9a-f-]{36}"));
    }

    @Test
    void namesTheTraceOfEach() {
        CommandRun run = request("-n", "9");

        assertThat(run.out().lines().skip(1).map(line -> line.substring(line.length() - 36)))
                .hasSize(9)
                .doesNotHaveDuplicates();
        assertThat(run.out().lines().skip(5))
                .isNotEmpty()
                .allMatch(line -> line.matches("other +[0-9.]+ (µs|ms|s)  [0-9a-f-]{36}"));
    }

    @Test
    void saysHowToListTheTracesOfMany() {
        CommandRun run = request("-n", "30");

        assertThat(run.out().lines()).hasSize(7);
        assertThat(run.out().lines().skip(6).toList().get(0))
                .matches("The other 25: profiler trace list --limit 30 --connection-string STRING");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-n 0| -n is how many times to send the request, at least once",
                "--show --open| --show draws a tree, --html and --open show a page: give one of them",
                "--out x| --out is for what --show or --html make",
                "--show| where are the traces? Give --connection-string, or set OSPROFILER_CONNECTION_STRING"
            })
    void sendsNothingThatCannotBeShown(String options, String message) {
        assertThat(request(options.split(" "))).isEqualTo(new CommandRun(1, "", "profiler: " + message + "\n"));
        assertThat(service.method()).isEmpty();
    }

    @Test
    void endsAtTheFirstThatIsNotProfiled() {
        CommandRun run = CommandRun.of("request", service.url(), "--hmac-key", "wrong", "-n", "5");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
    }

    private CommandRun request(String... options) {
        Stream<String> request = Stream.of("request", service.url() + "/orders");
        return CommandRun.in(KEY, Stream.concat(request, Stream.of(options)).toArray(String[]::new));
    }
}
