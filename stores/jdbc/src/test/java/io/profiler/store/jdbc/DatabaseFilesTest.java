// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.UnusableStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.util.NetUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who makes the file of an embedded database, and who else may read it. */
class DatabaseFilesTest {

    private static final StoreOptions READING = new StoreOptions(false, null, Duration.ofSeconds(5), true);
    private static final String LOGIN = ";USER=sa;PASSWORD=pw";

    private static final TracePoint POINT = new TracePoint(
            "wsgi-start", "base", "base", "base", "2026-01-31T00:00:00.000000", Map.of("host", "h"), "p", "s");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:%s",
                "jdbc:h2:file:%s",
                "jdbc:h2:file:%s;AUTO_SERVER=TRUE;USER=sa;PASSWORD=pw",
                "jdbc:h2:%s/no/folder",
                "jdbc:sqlite:%s",
                "jdbc:sqlite:file:%s?cache=private",
                "jdbc:sqlite:%s/no/folder",
                "sqlite:///%s"
            })
    void readingMakesNothing(String format) throws IOException {
        String connectionString = format.formatted(folder.resolve("typo"));
        try (TraceStore store = open(connectionString, READING)) {
            assertMissing(() -> store.read("base"));
            assertMissing(() -> store.list(TraceQuery.all()));
            assertMissing(() -> store.delete("base"));
            assertMissing(store::status);
        }

        assertThat(files()).isEmpty();
    }

    private void assertMissing(Runnable question) {
        assertThatThrownBy(question::run)
                .isInstanceOf(UnusableStoreException.class)
                .hasMessageStartingWith("there is no database " + folder.resolve("typo"))
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:%s", "sqlite:///%s"})
    void whatIsThereIsRead(String format) {
        String connectionString = format.formatted(folder.resolve("traces"));
        try (TraceStore store = open(connectionString, StoreOptions.defaults())) {
            store.append(List.of(POINT));
        }

        try (TraceStore store = open(connectionString, READING)) {
            assertThat(store.read("base")).containsExactly(POINT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:nothing", "jdbc:sqlite::memory:"})
    void aDatabaseInMemoryIsThereForWhoeverAsks(String connectionString) {
        try (TraceStore store = open(connectionString, READING)) {
            assertThat(store.read("base")).isEmpty();
        }
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @ValueSource(
            strings = {
                "jdbc:h2:%s/new/traces",
                "jdbc:h2:file:%s/traces;AUTO_SERVER=TRUE;USER=sa;PASSWORD=pw;TRACE_LEVEL_FILE=3",
                "jdbc:sqlite:%s/traces?journal_mode=WAL",
                "jdbc:sqlite:file:%s/all%%20traces"
            })
    void onlyItsOwnerMayReadADatabase(String format) throws IOException {
        try (TraceStore store = open(format.formatted(folder), StoreOptions.defaults())) {
            store.append(List.of(POINT));

            assertThat(files()).isNotEmpty().allMatch(file -> modeOf(file).equals("rw-------"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoOpenedADatabaseToOthersKeepsItOpen() throws IOException {
        String database = "jdbc:h2:" + folder.resolve("traces") + LOGIN;
        try (TraceStore store = open(database, StoreOptions.defaults())) {
            store.append(List.of(POINT));
        }
        Files.setPosixFilePermissions(folder.resolve("traces.mv.db"), PosixFilePermissions.fromString("rw-rw----"));

        try (TraceStore store = open(database + ";AUTO_SERVER=TRUE", StoreOptions.defaults())) {
            store.append(List.of(POINT));

            assertThat(files()).hasSize(2).allMatch(file -> modeOf(file).equals("rw-rw----"));
        }
    }

    @Test
    void aDatabaseThatCannotBeOpenedLeavesNoFile() throws IOException {
        try (TraceStore store = open("jdbc:h2:" + folder.resolve("traces") + ";NO_SUCH=1", StoreOptions.defaults())) {
            assertThatThrownBy(() -> store.append(List.of())).isInstanceOf(UnusableStoreException.class);
        }

        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";AUTO_SERVER=TRUE",
                ";auto_server=true;USER=sa",
                ";USER=sa;PASSWORD=;AUTO_SERVER=TRUE",
                ";PASSWORD=pw;AUTO_SERVER=TRUE",
                ";AUTO_SERVER=1",
                ";AUTO_SERVER=yes",
                ";AUTO_SERVER=T",
                ";AUTO_SERVER=y"
            })
    void aServerForEverybodyIsRefused(String settings) throws IOException {
        String connectionString = "jdbc:h2:file:" + folder.resolve("traces") + settings;

        assertThatThrownBy(() -> open(connectionString, StoreOptions.defaults()))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining(
                        "AUTO_SERVER=TRUE lets every user of this machine run code in this process; give the"
                                + " database a user and a password by ;USER=…;PASSWORD=…")
                .hasMessageNotContaining("\n");
        assertThat(files()).isEmpty();
    }

    /** In a process of its own: H2 reads its settings once. */
    @Test
    void aServerListensOnThisMachineAlone() throws IOException {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingApplication.class.getName(),
                        "jdbc:h2:file:" + folder.resolve("traces") + ";AUTO_SERVER=TRUE" + LOGIN)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("listens at /127.0.0.1")
                .doesNotContain("WARN");
    }

    static final class ServingApplication {

        public static void main(String[] arguments) throws IOException {
            try (TraceStore store = open(arguments[0], StoreOptions.defaults())) {
                store.append(List.of(POINT));
                try (ServerSocket likeH2s = NetUtils.createServerSocket(0, false)) {
                    System.out.println("listens at " + likeH2s.getInetAddress());
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static String modeOf(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static TraceStore open(String connectionString, StoreOptions options) {
        return TraceStores.open(new ConnectionString(connectionString), options);
    }
}
