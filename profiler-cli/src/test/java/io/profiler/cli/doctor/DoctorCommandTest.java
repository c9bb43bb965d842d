// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.profiler.cli.CommandRun;
import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    private static final String AWAY = "postgresql://u:geheim@127.0.0.1:1/x";

    @TempDir
    Path folder;

    private CommandRun doctor(String connectionString) {
        return CommandRun.of("doctor", "--connection-string", connectionString);
    }

    private String database() {
        return "jdbc:h2:file:" + folder.resolve("traces");
    }

    /** For an owner, if there is one. */
    private void makeEmpty(String settings) throws SQLException {
        DriverManager.getConnection(database() + settings).close();
    }

    private void write(TracePoint... points) {
        try (TraceStore store = TraceStores.open(new ConnectionString(database()), StoreOptions.defaults())) {
            store.append(List.of(points));
        }
    }

    private static TracePoint span() {
        return new TracePoint(
                "wsgi-start",
                "base",
                "base",
                "base",
                "2026-01-31T12:00:00.000000",
                Map.of("host", "host-1"),
                "demo",
                "api");
    }

    private static List<String> outcomes(CommandRun run) {
        return run.out()
                .lines()
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    @Test
    void aStoreThatWorksIsOkInEachLineAndLeftAsItWas() throws SQLException {
        makeEmpty("");

        CommandRun run = doctor(database());

        assertThat(run.exitCode()).isZero();
        assertThat(outcomes(run))
                .containsExactly(
                        "ok      connect",
                        "ok      contents",
                        "ok      writers",
                        "ok      clock",
                        "ok      write",
                        "ok      read back",
                        "ok      list",
                        "ok      delete",
                        "ok      indexes");
        assertThat(run.out())
                .contains("connect: H2 2.")
                .contains("contents: 0 traces, 0 trace points, 0 bytes")
                .contains(" ms ")
                .contains("list: the trace just written is found")
                .contains("indexes: all there");
        assertThat(CommandRun.of("trace", "list", "--connection-string", database())
                        .out())
                .doesNotContain("doctor");
    }

    @Test
    void whatIsThereIsCountedAndItsWriterToldAsFarAsItShows() {
        write(span());

        assertThat(doctor(database()).out())
                .containsPattern("contents: 1 trace, 1 trace point, [\\d.]+ (bytes|[kM]B)")
                .contains("writers: this profiler, perhaps others: a row does not tell");
    }

    @Test
    void aStoreThatIsAwayFailsOnceAndTheOtherChecksAreSkipped() {
        CommandRun run = doctor(AWAY);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(outcomes(run)).first().isEqualTo("FAILED  connect");
        assertThat(outcomes(run).subList(1, 9)).hasSize(8).allMatch(line -> line.startsWith("skipped "));
        assertThat(run.err()).isEqualTo("profiler: 1 check failed\n");
        assertThat(run.out() + run.err()).doesNotContain("geheim");
    }

    @Test
    void aWrongPasswordIsToldAndNotShown() throws SQLException {
        makeEmpty(";USER=owner;PASSWORD=right");

        CommandRun run = doctor(database() + ";USER=owner;PASSWORD=geheim");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED  connect: ").contains("user or password is wrong");
        assertThat(run.out() + run.err()).doesNotContain("geheim");
    }

    @Test
    void aStoreThatCannotBeWrittenToFailsThereAndIsNotReadBack() {
        write(span());

        CommandRun run = doctor(database() + ";ACCESS_MODE_DATA=r");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(outcomes(run))
                .contains(
                        "ok      connect", "ok      contents", "FAILED  write", "skipped read back", "FAILED  delete");
    }

    @Test
    void eachOfSeveralStoresIsChecked() throws SQLException {
        makeEmpty("");

        CommandRun run = doctor(AWAY + "," + database());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(outcomes(run)).hasSize(18).contains("FAILED  connect", "ok      delete");
    }

    @Test
    void aStoreThatOnlyTakesTracesIsAWarningWhereItIsRead() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/traces", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        receiver.start();
        try {
            CommandRun run = doctor("otlp://127.0.0.1:" + receiver.getAddress().getPort());

            assertThat(run.exitCode()).isZero();
            assertThat(outcomes(run))
                    .contains(
                            "warn    connect", "ok      write", "warn    read back", "warn    list", "warn    delete");
            assertThat(run.out()).contains("only takes traces");
        } finally {
            receiver.stop(0);
        }
    }
}
