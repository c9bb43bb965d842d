// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import io.profiler.cli.console.Environment;
import io.profiler.servers.MongoDbServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceShowCommandTest {

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("io.profiler.cli.trace.RecordedTrace#all")
    void printsTheJsonThatOsprofilerPrints(RecordedTrace trace) {
        trace.storeBy(SERVER.client());

        CommandRun run = show(trace.baseId(), "--json");

        assertThat(run).isEqualTo(new CommandRun(0, trace.json(), ""));
    }

    @Test
    void aFileIsNeverTheLastTrace() throws IOException {
        Path file = Files.writeString(
                Path.of("last"), RecordedTrace.named("two-services").json());
        try {
            assertThat(CommandRun.of("last").err()).startsWith("profiler: where are the traces?");
            assertThat(CommandRun.of("trace", "show", "./last").exitCode()).isZero();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void readsTheConnectionStringFromTheEnvironment() {
        RecordedTrace trace = RecordedTrace.named("two-services").storeBy(SERVER.client());

        CommandRun run = CommandRun.in(
                Map.of("OSPROFILER_CONNECTION_STRING", SERVER.connectionString()),
                "trace",
                "show",
                "--json",
                trace.baseId());

        assertThat(run).isEqualTo(new CommandRun(0, trace.json(), ""));
    }

    @Test
    void drawsATreeWithoutAFormat() {
        RecordedTrace trace = RecordedTrace.named("exception-in-the-middle").storeBy(SERVER.client());

        CommandRun run = show(trace.baseId());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("POST /x\n")
                .contains("├─ rpc\n", "│  └─ db  INSERT\n", "✗ ValueError: boom in the middle\n")
                .doesNotContain("\u001b");
    }

    @Test
    void drawsInAsciiWhereTheCharsetHasNoLines() {
        RecordedTrace trace = RecordedTrace.named("exception-in-the-middle").storeBy(SERVER.client());

        CommandRun run = CommandRun.in(
                StandardCharsets.ISO_8859_1,
                "trace",
                "show",
                trace.baseId(),
                "--connection-string",
                SERVER.connectionString());

        assertThat(run.out()).contains("|- rpc\n").isASCII();
    }

    @Test
    void coloursOnATerminalUnlessNobodyWantsThem() {
        RecordedTrace trace = RecordedTrace.named("two-services").storeBy(SERVER.client());

        assertThat(onTerminal(trace, Map.of("COLUMNS", "100")).out()).contains("\u001b[1m");
        assertThat(onTerminal(trace, Map.of("COLUMNS", "100", "NO_COLOR", "1")).out())
                .doesNotContain("\u001b");
        assertThat(onTerminal(trace, Map.of("COLUMNS", "100", "TERM", "dumb")).out())
                .doesNotContain("\u001b");
    }

    private static CommandRun onTerminal(RecordedTrace trace, Map<String, String> environment) {
        return CommandRun.onTerminal(
                environment, "trace", "show", trace.baseId(), "--connection-string", SERVER.connectionString());
    }

    @Test
    void writesAFileWithoutAFinalNewline() throws IOException {
        RecordedTrace trace = RecordedTrace.named("two-services").storeBy(SERVER.client());
        Path file = Files.writeString(directory.resolve("report.json"), "longer than the report? ".repeat(1000));

        CommandRun run = show(trace.baseId(), "--json", "--out", file.toString());

        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
        assertThat(file).hasContent(trace.json());
        assertThat(Files.readString(file) + "\n").isEqualTo(trace.json());
    }

    @Test
    void writesAPageForABrowser() throws IOException {
        RecordedTrace trace = RecordedTrace.named("two-services").storeBy(SERVER.client());
        Path file = directory.resolve("trace.html");

        CommandRun run = show(trace.baseId(), "--html", "--out", file.toString());

        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
        assertThat(Files.readString(file)).startsWith("<!doctype html>").endsWith("</html>");
        assertThat(show(trace.baseId(), "--html").out()).isEqualTo(Files.readString(file) + "\n");
    }

    @Test
    void printsASavedReportAgain() throws IOException {
        RecordedTrace trace = RecordedTrace.named("unicode-control-quotes");
        Path file = Files.writeString(directory.resolve("saved"), trace.json());

        assertThat(CommandRun.of("trace", "show", "--json", file.toString()))
                .isEqualTo(new CommandRun(0, trace.json(), ""));
        assertThat(CommandRun.of("trace", "show", file.toString()).out()).contains("✗ RuntimeError");
    }

    @Test
    void takesIdsThatAreNoUuids() {
        RecordedTrace trace = RecordedTrace.named("two-services");
        trace.documents().forEach(document -> document.put("base_id", "order 42"));
        trace.storeBy(SERVER.client());

        assertThat(show("order 42").out()).contains("trace order 42,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "order.json", "../x", "/", "-", "."})
    void takesIdsThatLookLikeFiles(String id) {
        RecordedTrace.named("two-services").withBaseId(id).storeBy(SERVER.client());

        assertThat(showWhatever(id).out()).contains("trace " + id + ",");
        assertFails(showWhatever(id + "/none"), "trace " + id + "/none not found, and there is no file ");
    }

    private static CommandRun showWhatever(String trace) {
        return CommandRun.of("trace", "show", "--connection-string", SERVER.connectionString(), "--", trace);
    }

    @Test
    void comparesIdsAsGiven() {
        RecordedTrace trace = RecordedTrace.named("two-services").storeBy(SERVER.client());

        assertFails(show(trace.baseId().toUpperCase(Locale.ROOT)), "not found");
        assertFails(show(trace.baseId().replace("-", "")), "not found");
    }

    @Test
    void findsATraceByHowItsIdBegins() {
        RecordedTrace.named("two-services").withBaseId("apple-1").storeBy(SERVER.client());
        RecordedTrace.named("two-services").withBaseId("apple-2").storeBy(SERVER.client());
        RecordedTrace.named("two-services").withBaseId("apple").storeBy(SERVER.client());

        assertThat(show("apple-2").out()).contains("trace apple-2,");
        assertThat(show("apple").out()).contains("trace apple,");
        assertFails(show("appl"), "the ids of 3 traces begin with appl: ", "apple-1");
        assertFails(show("pear"), "trace pear not found");
        assertThat(show("last").exitCode()).isZero();
        assertThat(CommandRun.of("last", "--connection-string", SERVER.connectionString())
                        .out())
                .isEqualTo(show("last").out());
    }

    @Test
    void aPageIsNothingForATerminal() {
        RecordedTrace trace = RecordedTrace.named("two-services").storeBy(SERVER.client());
        String[] show = {"trace", "show", trace.baseId(), "--html", "--connection-string", SERVER.connectionString()};

        assertFails(
                CommandRun.onTerminal(Map.of(), show),
                "a page is for a browser: add --open to see it there, or --out FILE to keep it");
    }

    @Test
    void opensAPageAlone() {
        assertFails(show("x", "--open", "--json"), "--open is for a page, not for --json");
    }

    @Test
    void saysThatATraceIsUnknown() {
        assertFails(
                show("00000000-0000-4000-8000-000000000000", "--json"),
                "trace 00000000-0000-4000-8000-000000000000 not found; check the id, the connection string, and that"
                        + " the service is profiled with the HMAC key that signed the request");
    }

    @Test
    void saysThatATraceHasNothingButACycle() {
        RecordedTrace trace = RecordedTrace.named("two-services");
        trace.documents().forEach(document -> document.put("parent_id", document.get("trace_id")));
        trace.storeBy(SERVER.client());

        assertFails(show(trace.baseId()), "all of its spans are in a parent cycle");
    }

    @Test
    void showsATraceWithATimestampThatIsNone() {
        RecordedTrace trace = RecordedTrace.named("two-services");
        trace.documents().get(0).put("timestamp", "yesterday");
        trace.storeBy(SERVER.client());

        CommandRun shown = show(trace.baseId());

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).contains("1 span has a timestamp that cannot be read");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path noReport = Files.writeString(directory.resolve("a.json"), "{\n}");
        Path noText = Files.write(directory.resolve("b.json"), new byte[] {'"', (byte) 0xff, '"'});

        Path noSpans =
                Files.writeString(directory.resolve("c.json"), "{\"info\": {}, \"children\": [], \"stats\": {}}");

        assertFails(
                CommandRun.of("trace", "show", "none.json"),
                "there is no file none.json; if it is the id of a trace, where are the traces?");
        assertFails(CommandRun.of("trace", "show", noSpans.toString()), noSpans + " holds no spans");
        assertFails(CommandRun.of("trace", "show", noReport.toString()), "not a report", "'children' is not a list");
        assertFails(CommandRun.of("trace", "show", noText.toString()), "not a report", "it is not UTF-8");
    }

    /** In a locale that has no other letters, each of them would be a question mark. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--html",
                "--json",
                "--verdict",
                "--markdown",
                "--dot",
                "--folded",
                "--chrome",
                "--speedscope",
                "--otlp"
            })
    void whatIsAFileIsTheSameInEveryLocale(String format) {
        RecordedTrace trace = RecordedTrace.named("unicode-control-quotes").storeBy(SERVER.client());
        String[] show = {"trace", "show", trace.baseId(), format, "--connection-string", SERVER.connectionString()};

        CommandRun run = CommandRun.in(StandardCharsets.US_ASCII, show);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(CommandRun.of(show).out());
        assertThat(run.out().codePoints().filter(c -> c != '\n' && c != '\t'))
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    @Test
    void saysThatAFileCannotBeWritten() {
        RecordedTrace trace = RecordedTrace.named("two-services").storeBy(SERVER.client());
        String file = directory.resolve("missing/report.json").toString();

        assertFails(show(trace.baseId(), "--out", file), "cannot write " + file + ": no such file or directory");
        assertFails(show(trace.baseId(), "--out", directory.toString()), "cannot write " + directory);
    }

    @Test
    void stopsQuietlyWhenTheReaderGoesAway() {
        RecordedTrace trace = RecordedTrace.named("spans-200").storeBy(SERVER.client());

        assertThat(showInto("Broken pipe", trace)).isEqualTo(new CommandRun(1, "", ""));
        assertFails(showInto("No space left on device", trace), "cannot write to standard output: No space left");
    }

    private static CommandRun showInto(String failure, RecordedTrace trace) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(failure);
            }
        };
        return CommandRun.into(
                full,
                new Environment(Map.of(), StandardCharsets.UTF_8, false, false),
                "trace",
                "show",
                "--json",
                trace.baseId(),
                "--connection-string",
                SERVER.connectionString());
    }

    private static CommandRun show(String trace, String... options) {
        String[] arguments = new String[options.length + 5];
        arguments[0] = "trace";
        arguments[1] = "show";
        arguments[2] = trace;
        arguments[3] = "--connection-string";
        arguments[4] = SERVER.connectionString();
        System.arraycopy(options, 0, arguments, 5, options.length);
        return CommandRun.of(arguments);
    }

    private static void assertFails(CommandRun run, String... reasons) {
        assertThat(run.err())
                .startsWith("profiler: ")
                .endsWith("\n")
                .hasLineCount(1)
                .contains(reasons);
        assertThat(run.exitCode()).isOne();
        assertThat(run.out()).isEmpty();
    }
}
