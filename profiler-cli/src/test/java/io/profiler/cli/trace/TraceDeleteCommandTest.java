// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import io.profiler.servers.MongoDbServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TraceDeleteCommandTest {

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @Test
    void deletesTheTracesThatAreNamed() {
        store("first");
        store("second");
        store("third");

        assertThat(delete("first", "third")).isEqualTo(new CommandRun(0, "", ""));

        assertThat(isStored("second")).isTrue();
        assertThat(isStored("first")).isFalse();
        assertThat(isStored("third")).isFalse();
    }

    @Test
    void takesHowAnIdBeginsButNotTheLast() {
        store("order-1");
        store("order-2");

        assertThat(delete("last").err()).isEqualTo("profiler: not found: last\n");
        assertThat(delete("order-").err()).contains("the ids of 2 traces begin with order-");
        assertThat(delete("order-1").exitCode()).isZero();
        assertThat(delete("orde").exitCode()).isZero();
        assertThat(isStored("order-2")).isFalse();
    }

    @Test
    void saysWhichOnesAreUnknown() {
        store("known");

        assertThat(delete("unknown")).isEqualTo(new CommandRun(1, "", "profiler: not found: unknown\n"));
        assertThat(delete("a", "known", "b"))
                .isEqualTo(new CommandRun(1, "", "profiler: not found: a, b; the others are deleted\n"));
        assertThat(isStored("known")).isFalse();
    }

    @Test
    void goesOnWhereAnIdIsUnclear() {
        Stream.of("first", "pay-1", "pay-2", "third").forEach(TraceDeleteCommandTest::store);

        CommandRun run = delete("first", "pay-", "none", "third");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("profiler: the ids of 2 traces begin with pay-: ")
                .endsWith("; not found: none; the others are deleted\n");
        assertThat(Stream.of("first", "pay-1", "pay-2", "third").filter(TraceDeleteCommandTest::isStored))
                .containsExactly("pay-1", "pay-2");
    }

    private static void store(String baseId) {
        RecordedTrace.named("two-services").withBaseId(baseId).storeBy(SERVER.client());
    }

    private static boolean isStored(String baseId) {
        return run("show", baseId).exitCode() == 0;
    }

    private static CommandRun delete(String... ids) {
        return run("delete", ids);
    }

    private static CommandRun run(String command, String... ids) {
        Stream<String> arguments = Stream.of("trace", command, "--connection-string", SERVER.connectionString());
        return CommandRun.of(Stream.concat(arguments, Stream.of(ids)).toArray(String[]::new));
    }
}
