// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import io.profiler.servers.MongoDbServer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TraceComparisonCommandsTest {

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @Test
    void comparesTwoTraces() {
        String before =
                RecordedTrace.named("two-services").storeBy(SERVER.client()).baseId();
        String after = RecordedTrace.named("exception-in-the-middle")
                .storeBy(SERVER.client())
                .baseId();

        CommandRun run = run("compare", before, after);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("before  ").contains("difference", "wsgi > rpc > db");
        assertThat(run("compare", before, after, "--json").out())
                .contains(
                        "\"path\" : [ \"wsgi\", \"rpc\", \"db\" ]",
                        "\"count_before\" : 0",
                        "\"unfinished_before\" : 0",
                        "\"errors_after\" : ");
        assertThat(run("compare", before, after, "--html").out())
                .startsWith("<!doctype html>")
                .contains("Content-Security-Policy", before, after);
        assertThat(run("compare", before, after, "--html", "--json").exitCode()).isOne();
    }

    @Test
    void addsUpTraces() {
        RecordedTrace.named("nested-4-levels").storeBy(SERVER.client());

        CommandRun run = run("stats", "--limit", "1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("1 trace\n").contains("p50", "p95", "p99", "wsgi > ");
        assertThat(run("stats", "--json").out()).contains("\"traces\" : ", "\"p99_micros\" : ");
        assertThat(run("stats", "--name", "no such name").out()).isEqualTo("No traces.\n");
    }

    @Test
    void leavesOutFailedTracesOfWhichNothingIsLeft() {
        SERVER.client()
                .getDatabase("osprofiler")
                .getCollection("profiler_error")
                .insertOne(new Document("base_id", "gone").append("timestamp", "2026-01-31T12:00:00.000000"));

        CommandRun run = run("stats", "--error-trace", "True");

        assertThat(run.out()).isEqualTo("No traces.\n");
        assertThat(run.err()).contains("trace gone is left out: its trace points are gone");
    }

    @Test
    void saysThatATraceIsUnknown() {
        CommandRun run = run("compare", "none", "none");

        assertThat(run.exitCode()).isOne();
        assertThat(run.err()).startsWith("profiler: trace none not found").hasLineCount(1);
    }

    private static CommandRun run(String command, String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "trace";
        arguments[1] = command;
        System.arraycopy(options, 0, arguments, 2, options.length);
        arguments[options.length + 2] = "--connection-string";
        arguments[options.length + 3] = SERVER.connectionString();
        return CommandRun.of(arguments);
    }
}
