// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.UnusableStoreException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that cannot be reached, and strings that name none. */
class JdbcUnavailableTest {

    private static final int ONE_MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:geheim@127.0.0.1:%s/db",
                "mysql+pymysql://u:geh%%65im@127.0.0.1:%s/db",
                "jdbc:postgresql://127.0.0.1:%s/db?user=u&password=geheim",
                "jdbc:mariadb://127.0.0.1:%s/db?user=u&password=geheim",
            })
    void aServerThatIsAwayIsNamedWithoutItsPassword(String format) throws IOException {
        int unusedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            unusedPort = socket.getLocalPort();
        }

        assertUnavailable(format.formatted(unusedPort), "127.0.0.1:" + unusedPort + "/db does not answer: ");
    }

    @Test
    void wrongCredentialsAreCalledThat() {
        String file = "jdbc:h2:file:" + folder.resolve("traces") + ";USER=u;PASSWORD=";
        try (TraceStore store = open(file + "right")) {
            store.append(List.of(point("x")));
        }

        assertUnavailable(file + "geheim", "cannot be used: user or password is wrong");
        assertThat(folder).isDirectoryNotContaining("glob:**.trace.db");
    }

    @Test
    void aPlaceWhereNoDatabaseCanBeIsOneLine() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file"));
        PrintStream stderr = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertUnavailable("jdbc:h2:file:" + noFolder.resolve("traces"), "/file/traces cannot be used: ");
        } finally {
            System.setErr(stderr);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("org.h2");
    }

    @Test
    void oneWhoMaySetNothingStillStores() {
        String file = "jdbc:h2:file:" + folder.resolve("traces");
        try (TraceStore store = open(file + ";USER=sa;INIT=CREATE USER IF NOT EXISTS app PASSWORD 'pw'\\;"
                + "GRANT ALTER ANY SCHEMA TO app")) {
            store.append(List.of(point("x")));
        }

        try (TraceStore store = open(file + ";USER=app;PASSWORD=pw")) {
            store.append(List.of(point("y")));
            assertThat(store.read("base")).hasSize(2);
        }
        try (TraceStore store = open(file + ";USER=sa;trace_level_file=1")) {
            assertThat(store.read("base")).hasSize(2);
        }
    }

    @Test
    void aServerThatIsSilentIsNotWaitedForLong() throws IOException {
        Instant began = Instant.now();
        try (ServerSocket silent = new ServerSocket(0)) {
            assertUnavailable(
                    "postgresql://u:geheim@127.0.0.1:" + silent.getLocalPort() + "/db",
                    "does not answer: the server did not answer in time");
        }
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNotOfTracesIsNoMatterOfAServer() throws IOException, SQLException {
        Path foreignTable = folder.resolve("foreign.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + foreignTable);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE data (x INTEGER)");
        }
        Path foreignFile = Files.writeString(folder.resolve("foreign.txt"), "no database, but a text\n".repeat(100));

        assertUnusable("sqlite:///" + foreignTable, "has a table 'data' that is not OSprofiler's");
        assertUnusable("sqlite:///" + foreignFile, "cannot be used: [SQLITE_NOTADB]");
    }

    private static void assertUnusable(String connectionString, String reason) {
        try (TraceStore store = open(connectionString)) {
            assertThatThrownBy(() -> store.read("base"))
                    .isInstanceOf(UnusableStoreException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aUrlThatTheDriverCannotReadIsNotQuoted() {
        assertUnavailable("jdbc:h2:file:relative;PASSWORD=geheim", "jdbc:h2:file:relative cannot be used: ");
    }

    @Test
    void whatADriverOnlyRefusesWhenItConnectsIsOneLine() {
        assertUnavailable(
                "jdbc:mariadb://address=(host=127.0.0.1)(port=99999)/db?password=geheim",
                " does not answer: port out of range:99999");
    }

    @Test
    void aFullDiskIsTriedAgain() {
        String file = "jdbc:sqlite:" + folder.resolve("small.db") + "?max_page_count=100";
        try (TraceStore store = open(file)) {
            store.append(List.of(point("small")));

            assertThatThrownBy(() -> store.append(List.of(point("x".repeat(ONE_MEGABYTE)))))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("database or disk is full");
            assertThat(store.read("base")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:oracle:thin:u/geheim@h:1521/x | is none of the databases that are known here: jdbc:postgresql:, jdbc:mariadb:",
                "jdbc:nothing | is none of the databases",
                "sqlite:// | names no file",
                "sqlite:///:memory: | names no file",
                "postgresql://u:geheim@@h/x | percent-encoded",
                "mysql://u:%geheim@h/x | percent-encoded",
                "mysql://u:geheim@h:99999/x | mysql://***@h:99999/x': a port in it is not between 1 and 65535",
                "mysql+pymysql://u:geheim@[::1]:0/x | a port in it is not between 1 and 65535",
                "postgresql://u:geheim@one:5432,two:123456789012/x | a port in it is not between 1 and 65535",
                "jdbc:postgresql://h:99999?password=geheim | a port in it is not between 1 and 65535",
                "jdbc:mariadb://h:99999/x | a port in it is not between 1 and 65535",
                "postgresql://u:geheim@h:notaport/x | a port in it is not between 1 and 65535",
                "jdbc:postgresql://h:no-port/x?password=geheim | a host or a port in it cannot be read",
                "jdbc:postgresql://h/x/y?password=geheim | cannot be read by the database's driver",
            })
    void aStringThatNamesNoDatabaseIsOneLine(String connectionString, String reason) {
        assertThatThrownBy(() -> open(connectionString))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("geheim")
                .hasMessageNotContaining("\n");
    }

    private static void assertUnavailable(String connectionString, String reason) {
        try (TraceStore store = open(connectionString)) {
            assertThatThrownBy(() -> store.append(List.of(point("x"))))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(reason)
                    .hasMessageNotContaining("geheim")
                    .hasMessageNotContaining("\n");
        }
    }

    private static TraceStore open(String connectionString) {
        return TraceStores.open(
                new ConnectionString(connectionString), new StoreOptions(false, null, Duration.ofSeconds(1)));
    }

    private static TracePoint point(String text) {
        return new TracePoint(
                "wsgi-start",
                "base",
                UUID.randomUUID().toString(),
                "base",
                "2026-01-31T00:00:00.000000",
                Map.of("host", "h", "text", text),
                "p",
                "s");
    }
}
