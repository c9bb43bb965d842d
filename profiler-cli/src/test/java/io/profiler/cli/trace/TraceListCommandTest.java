// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import io.profiler.cli.console.Environment;
import io.profiler.report.internal.text.TextWidth;
import io.profiler.servers.MongoDbServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceListCommandTest {

    private static final String EMPTY = """
            +---------+-----------+
            | base_id | timestamp |
            +---------+-----------+
            +---------+-----------+
            """;

    private static final String FAILED = """
            +--------------------------------------+----------------------------+
            | base_id                              | timestamp                  |
            +--------------------------------------+----------------------------+
            | 14a03569-d26b-4496-92e5-dfe8cb1855fe | 2026-11-22T14:52:40.621239 |
            | bc1e3ac1-c27d-44ec-b72c-2c2678629522 | 2026-11-22T14:52:40.627711 |
            +--------------------------------------+----------------------------+
            """;

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @Test
    void printsTheTableThatOsprofilerPrints() {
        insert("profiler", "4462ebfc-5f91-4ef0-9cfb-ac6e7687a66e", "2026-11-22T14:55:42.655237");
        insert("profiler", "558298e2-14b0-44d7-9acd-8acde5f6db1d", "2026-11-22T14:55:42.999999");
        insert("profiler", "558298e2-14b0-44d7-9acd-8acde5f6db1d", "2026-11-22T14:55:42.706968");
        insert("profiler", "f3868254-73b7-4490-b23b-2cc4b4174a67", "2026-11-22T14:55:42.727607");

        assertThat(list("--osprofiler")).isEqualTo(new CommandRun(0, """
                +--------------------------------------+----------------------------+
                | base_id                              | timestamp                  |
                +--------------------------------------+----------------------------+
                | 4462ebfc-5f91-4ef0-9cfb-ac6e7687a66e | 2026-11-22T14:55:42.655237 |
                | 558298e2-14b0-44d7-9acd-8acde5f6db1d | 2026-11-22T14:55:42.706968 |
                | f3868254-73b7-4490-b23b-2cc4b4174a67 | 2026-11-22T14:55:42.727607 |
                +--------------------------------------+----------------------------+
                """, ""));
    }

    @Test
    void printsATableWithoutTraces() {
        assertThat(list("--osprofiler")).isEqualTo(new CommandRun(0, EMPTY, ""));
        assertThat(list("--error-trace", "--osprofiler")).isEqualTo(new CommandRun(0, EMPTY, ""));
    }

    @Test
    void aLongNameMakesNoOtherLineLong() {
        SERVER.client()
                .getDatabase("osprofiler")
                .getCollection("profiler")
                .insertOne(new Document("base_id", "long")
                        .append("trace_id", "1")
                        .append("parent_id", "long")
                        .append("name", "n".repeat(300) + "-start")
                        .append("service", "s".repeat(10_000))
                        .append("timestamp", "2026-11-22T14:55:42.655237")
                        .append("info", new Document()));

        assertThat(list().out().lines()).hasSize(2).allMatch(line -> line.length() < 350);
        assertThat(list().out()).contains("s".repeat(63) + "...").contains("n".repeat(200) + "...");
    }

    @Test
    void listsFailedTracesWhateverTheValue() {
        insert("profiler", "f3868254-73b7-4490-b23b-2cc4b4174a67", "2026-11-22T14:55:42.727607");
        insert("profiler_error", "bc1e3ac1-c27d-44ec-b72c-2c2678629522", "2026-11-22T14:52:40.627711");
        insert("profiler_error", "14a03569-d26b-4496-92e5-dfe8cb1855fe", "2026-11-22T14:52:40.621239");

        assertThat(asOsprofiler("--error-trace").out()).isEqualTo(FAILED);
        assertThat(asOsprofiler("--error-trace", "True").out()).isEqualTo(FAILED);
        assertThat(asOsprofiler("--error-trace", "False").out()).isEqualTo(FAILED);
        assertThat(asOsprofiler("--error-trace=").out()).contains("f3868254");
        assertThat(asOsprofiler("--error-trace", "").out()).contains("f3868254");
    }

    @ParameterizedTest
    @CsvSource({
        "osprofiler.jar, true",
        "/usr/share/java/osprofiler.jar, true",
        "/usr/bin/osprofiler, true",
        "target/profiler.jar, false",
        "osprofiler.jar/profiler.jar, false",
        "'', false"
    })
    void theProgramIsCalledByTheNameOfItsJar(String classPath, boolean osprofiler) {
        assertThat(Environment.isOsprofiler(classPath)).isEqualTo(osprofiler);
    }

    @Test
    void showsWhatHostileIdsHold() {
        insert("profiler", "a\n\u001b[2J", "2026-11-22T14:55:42.727607");

        assertThat(list("--osprofiler").out()).contains("| a\\n\\x1b[2J | 2026");
        assertThat(list().out()).contains("  a\\n\\x1b[2J  ");
    }

    @Test
    void listsATraceWithWrongTimesBesideTheOthers() {
        storeTwoRequests();
        insert("profiler", "poison", "0001-01-01T00:00:00.000000");
        insert("profiler", "poison", "2026-11-28T10:00:00.100000");

        assertThat(list("--limit", "5").out()).hasLineCount(4).contains("0001-01-01 00:00:00   2026 y");
        assertThat(list("--json").out()).contains("\"duration_micros\" : 63931456800100000");
    }

    @Test
    void printsTheSameIntoAPipeAsOnATerminal() {
        storeTwoRequests();

        assertThat(onTerminal()).isEqualTo(list());
        assertThat(list()).isEqualTo(new CommandRun(0, """
                started (UTC)           time  status  spans  errors  service   trace                                 name
                2026-11-22 14:44:47  11.3 ms              2          nova-api  773909ca-e374-42e1-95e4-a139b7b4ef95  POST /servers
                2026-11-22 14:44:29  8.60 ms              4       1  api       93d544be-eeee-4355-af02-14835508e050  POST /x
                """, ""));
        assertThat(list("--service", "nobody").out()).isEqualTo("No traces.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--since=2026-11-22T14:44:40, nova-api",
        "--min-duration=10ms, nova-api",
        "--service=api, ' api'",
        "--name=/X, ' api'",
        "--status=failed, ' api'",
        "--sort=spans --limit=1, ' api'",
        "--sort=errors --limit=1, ' api'",
        "--sort=duration --limit=1, nova-api",
        "--limit=1, nova-api"
    })
    void listsWhatAFilterLetsThrough(String options, String service) {
        storeTwoRequests();

        assertThat(list(options.split(" ")).out()).hasLineCount(2).contains("  " + service.strip() + "  ");
    }

    @Test
    void printsTheBeginningOnATerminalAndSaysSo() {
        RecordedTrace trace = RecordedTrace.named("two-services");
        for (int i = 0; i < 21; i++) {
            trace.withBaseId("trace-" + i).storeBy(SERVER.client());
        }

        assertThat(onTerminal().out())
                .hasLineCount(1 + 20 + 2)
                .startsWith("started (UTC)")
                .endsWith("\nThe first 20 of more: --limit 0 lists all.\n");
        assertThat(onTerminal("--limit", "0").out()).hasLineCount(1 + 21);
        assertThat(onTerminal("--limit", "2").out()).hasLineCount(1 + 2);
    }

    @Test
    void linesUpByTheWidthOnTheScreen() {
        for (String service : new String[] {
            "\u6f22\u5b57", "e\u0301te\u0301", "\ud83d\ude00\ud83c\udde8\ud83c\uddff", "a\u200db", "plain"
        }) {
            RecordedTrace trace = RecordedTrace.named("two-services").withBaseId("trace of " + service);
            trace.documents().forEach(document -> document.put("service", service));
            trace.storeBy(SERVER.client());
        }

        assertThat(list().out().lines())
                .hasSize(1 + 5)
                .extracting(line -> TextWidth.of(line.substring(0, line.indexOf("trace"))))
                .containsOnly(TextWidth.of("2026-11-22 14:44:47  11.3 ms              2          a\\u200db  "));
        assertThat(list("--osprofiler").out().lines()).extracting(TextWidth::of).containsOnly(50);
    }

    @Test
    void printsJson() {
        storeTwoRequests();

        assertThat(list("--json", "--limit", "1")).isEqualTo(new CommandRun(0, """
                [ {
                  "base_id" : "773909ca-e374-42e1-95e4-a139b7b4ef95",
                  "timestamp" : "2026-11-22T14:44:47.888593",
                  "name" : "POST /servers",
                  "service" : "nova-api",
                  "started_at" : "2026-11-22T14:44:47.888593Z",
                  "duration_micros" : 11337,
                  "requests" : 1,
                  "spans" : 2,
                  "errors" : 0,
                  "status" : null,
                  "failed" : false
                } ]
                """, ""));
        assertThat(list("--json", "--name", "nowhere").out()).isEqualTo("[ ]\n");
    }

    @Test
    void listsHowTracesWereAnswered() {
        insert("fine", 2, 200);
        insert("nowhere", 4, 404);

        assertThat(list()).isEqualTo(new CommandRun(0, """
                started (UTC)          time  status  spans  errors  service  trace    name
                2026-01-31 00:00:04  1.00 s     404      1          api      nowhere  wsgi
                2026-01-31 00:00:02  1.00 s     200      1          api      fine     wsgi
                """, ""));
        assertThat(list("--status", "4xx", "--json").out())
                .contains("\"base_id\" : \"nowhere\"", "\"status\" : 404", "\"failed\" : true")
                .doesNotContain("fine");
    }

    private static void insert(String baseId, int second, int status) {
        insert(baseId, "wsgi-start", second, Map.of());
        insert(baseId, "wsgi-stop", second + 1, Map.of("response", Map.of("status", status)));
    }

    private static void insert(String baseId, String name, int second, Map<String, Object> info) {
        SERVER.client()
                .getDatabase("osprofiler")
                .getCollection("profiler")
                .insertOne(new Document("name", name)
                        .append("base_id", baseId)
                        .append("trace_id", baseId)
                        .append("parent_id", baseId)
                        .append("timestamp", "2026-01-31T00:00:0" + second + ".000000")
                        .append("info", info)
                        .append("service", "api"));
    }

    private static void storeTwoRequests() {
        RecordedTrace.named("exception-in-the-middle").storeBy(SERVER.client());
        RecordedTrace.named("two-services").storeBy(SERVER.client());
    }

    private static void insert(String collection, String baseId, String timestamp) {
        SERVER.client()
                .getDatabase("osprofiler")
                .getCollection(collection)
                .insertOne(new Document("base_id", baseId).append("timestamp", timestamp));
    }

    private static CommandRun list(String... options) {
        return list(false, false, options);
    }

    private static CommandRun onTerminal(String... options) {
        return list(true, false, options);
    }

    private static CommandRun asOsprofiler(String... options) {
        return list(false, true, options);
    }

    private static CommandRun list(boolean terminal, boolean osprofiler, String... options) {
        Stream<String> arguments = Stream.of("trace", "list", "--connection-string", SERVER.connectionString());
        return CommandRun.in(
                new Environment(Map.of(), StandardCharsets.UTF_8, terminal, osprofiler),
                Stream.concat(arguments, Stream.of(options)).toArray(String[]::new));
    }
}
