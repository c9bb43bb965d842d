// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import io.profiler.point.TracePoint;
import io.profiler.servers.AmqpBroker;
import io.profiler.servers.MongoDbServer;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CollectCommandTest {

    private static final String ID = "14a03569-d26b-4496-92e5-dfe8cb1855fe";

    @RegisterExtension
    static final AmqpBroker BROKER = new AmqpBroker();

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @Test
    void movesWhatWaitsIntoTheStore() {
        send();

        CommandRun run = collect(
                BROKER.url(), SERVER.connectionString(), "--until-empty", "--filter-error-trace", "--retention", "7d");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0,
                        "Collected 2 trace points into " + SERVER.connectionString() + ", and 0 dead letters\n",
                        ""));
        assertThat(CommandRun.of("trace", "list", "--error-trace", "--connection-string", SERVER.connectionString())
                        .out())
                .contains(ID);
        assertThat(BROKER.waiting("profiler.info")).isZero();
    }

    @Test
    void aTraceInTheQueueIsShownAndStaysThere() {
        send();
        String[] show = {
            "trace",
            "show",
            ID,
            "--connection-string",
            "messaging://",
            "--transport-url",
            BROKER.url(),
            "--idle-timeout",
            "0"
        };

        assertThat(CommandRun.of(show).out()).contains(ID, "wsgi");
        assertThat(CommandRun.of(show).exitCode()).isZero();
        assertThat(CommandRun.in(
                                Map.of(
                                        "OSPROFILER_CONNECTION_STRING",
                                        "messaging://",
                                        "OS_DEFAULT__TRANSPORT_URL",
                                        BROKER.url()),
                                "trace",
                                "list")
                        .out())
                .contains(ID);
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        String store = SERVER.connectionString();
        assertFails("a collector cannot store in messaging://localhost:5672", BROKER.url(), "messaging://");
        assertFails(
                "a collector cannot store in otlp://127.0.0.1:4318, because", BROKER.url(), "otlp://127.0.0.1:4318");
        assertFails("user or password is wrong", "rabbit://user:s3cr3t@127.0.0.1:" + BROKER.port(), store);
        assertFails("nobody listens there", "rabbit://user:s3cr3t@127.0.0.1:1", store);
        assertFails("the prefetch count is 5, but has to be at least", BROKER.url(), store, "--prefetch", "5");
        assertFails("has a host that is not HOST or HOST:PORT", "rabbit://user:s3cr3t", store);
        assertFails("--retention is zero", BROKER.url(), store, "--retention", "0d");
        assertFails("'P7D' is not a duration such as", BROKER.url(), store, "--retention", "P7D");
    }

    /** Whoever started it for what waits would else wait forever. */
    @Test
    void untilEmptyTheStoreHasToBeThere() {
        send();

        assertFails(
                "redis://***@127.0.0.1:1 does not answer",
                BROKER.url(),
                "redis://:s3cr3t@127.0.0.1:1",
                "--until-empty");

        assertThat(BROKER.waiting("profiler.info")).isEqualTo(2);
    }

    private static void assertFails(String message, String transportUrl, String store, String... options) {
        CommandRun run = collect(transportUrl, store, options);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(1).contains(message).doesNotContain("s3cr3t");
    }

    private static CommandRun collect(String transportUrl, String store, String... options) {
        String[] arguments = new String[options.length + 5];
        arguments[0] = "collect";
        arguments[1] = "--transport-url";
        arguments[2] = transportUrl;
        arguments[3] = "--connection-string";
        arguments[4] = store;
        System.arraycopy(options, 0, arguments, 5, options.length);
        return CommandRun.of(arguments);
    }

    private static void send() {
        try (TraceStore store = TraceStores.open(new ConnectionString(BROKER.url()), StoreOptions.defaults())) {
            store.append(List.of(
                    point("wsgi-start", 1, Map.of("host", "h")),
                    point("wsgi-stop", 2, Map.of("host", "h", "etype", "ValueError", "message", "boom"))));
        }
    }

    private static TracePoint point(String name, int second, Map<String, Object> info) {
        return new TracePoint(name, ID, "span", ID, "2026-01-31T00:00:0" + second + ".123456", info, "demo", "api");
    }
}
