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
        assertThat(run.out())
                .startsWith("before  ")
                .contains("self time", "wsgi > ", "note: The requests differ: ", "faster, ");
        assertThat(run("compare", before, after, "--json").out())
                .contains(
                        "\"parent\" : null,",
                        "\"parent\" : 3,",
                        "\"name\" : \"rpc\"",
                        "\"causes\" : [ ",
                        "\"count_before\" : 0",
                        "\"unfinished_before\" : 0",
                        "\"errors_after\" : ");
        assertThat(run("compare", before, after, "--html").out())
                .startsWith("<!doctype html>")
                .contains("Content-Security-Policy", before, after);
        assertThat(run("compare", before, after, "--markdown").out()).startsWith("## Comparison: `");
        assertThat(run("compare", before, after, "--html", "--json").exitCode()).isOne();
    }

    @Test
    void comparesSeveralTracesOnEachSide() {
        String trace =
                RecordedTrace.named("two-services").storeBy(SERVER.client()).baseId();

        assertThat(run("compare", "--base", trace, trace, "--new", trace, "--json")
                        .out())
                .contains("\"traces\" : 2", "\"traces\" : 1", "Total unchanged");
        assertThat(run("compare", trace, "--base", trace, "--new", trace).err())
                .isEqualTo("profiler: the traces are named either as BEFORE AFTER, or by --base and --new\n");
        assertThat(run("compare", trace).err())
                .startsWith("profiler: two traces are needed")
                .hasLineCount(1);
        assertThat(run("compare", "--base", trace).err()).startsWith("profiler: two traces are needed");
    }

    @Test
    void conditionsThatFailHaveAnExitCodeOfTheirOwn() {
        String trace =
                RecordedTrace.named("two-services").storeBy(SERVER.client()).baseId();

        CommandRun failed = run(
                "compare",
                trace,
                trace,
                "--markdown",
                "--fail-if",
                "total>1us",
                "--fail-if",
                "spans>=1",
                "--fail-if",
                "x.count>1");
        CommandRun passed = run("compare", trace, trace, "--fail-if", "total>+20%", "--fail-if", "wsgi.count>+5");

        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("profiler: failed: total>1us: "),
                        line -> assertThat(line).startsWith("profiler: failed: spans>=1: "),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "profiler: failed: x.count>1: unknown, because no trace has a span of that name"));
        assertThat(failed.out())
                .contains(
                        "- **Failed:** `total>1us: ", "- **Failed:** `spans>=1: ", "- **Failed:** `x.count>1: unknown");
        assertThat(passed.exitCode()).isZero();
        assertThat(passed.err()).isEmpty();
        CommandRun malformed = run("compare", trace, trace, "--fail-if", "total>20%");
        assertThat(malformed.exitCode()).isOne();
        assertThat(malformed.err())
                .contains("--fail-if", "needs a sign, such as +20%")
                .hasLineCount(1);
    }

    @Test
    void addsUpTraces() {
        RecordedTrace.named("nested-4-levels").storeBy(SERVER.client());

        CommandRun run = run("stats", "--limit", "1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("1 trace, ")
                .contains("time", "share", "self", "p50", "p95", "p99", "operation");
        assertThat(run("stats", "--limit", "1", "--by", "name").out()).contains("100.0 %", "path", "wsgi > ");
        assertThat(run("stats", "--limit", "1", "--by", "statement").out()).contains("statement");
        assertThat(run("stats", "--by", "else").err()).contains("'else' is not operation, name or statement");
        assertThat(run("stats", "--json").out()).contains("\"traces\" : ", "\"operations\" : [ ", "\"p99_micros\" : ");
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
