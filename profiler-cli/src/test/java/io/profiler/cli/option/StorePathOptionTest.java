// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that the command's class path has nothing of. */
class StorePathOptionTest {

    private static final String ID = "5e1f0000-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    private StoreJars jars;

    @BeforeEach
    void open() {
        jars = new StoreJars(folder);
    }

    @Test
    void readsAStoreOfTheUsers() throws IOException {
        jars.withShelf();

        assertThat(list("shelf://").out()).contains(ID, "250 ms", "dusting");
        assertThat(list("shelf://").exitCode()).isZero();
        CommandRun shown = CommandRun.in(
                Map.of("PROFILER_STORE_PATH", folder.toString(), "OSPROFILER_CONNECTION_STRING", "shelf://"),
                "trace",
                "show",
                ID);
        assertThat(shown.out()).contains("dusting");
        assertThat(shown.exitCode()).isZero();
    }

    @Test
    void isForgottenAfterwards() throws IOException {
        jars.withShelf();
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        list("shelf://");

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        assertThat(CommandRun.of("trace", "list", "--connection-string", "shelf://")
                        .err())
                .startsWith("profiler: 'shelf://' has no scheme that is known here: ");
    }

    @Test
    void theDoctorTriesItOut() throws IOException {
        jars.withShelf();

        CommandRun run = CommandRun.of("doctor", "--store-path", folder.toString(), "--connection-string", "shelf://");

        assertThat(run.out()).contains("ok      read back: ", "ok      delete: ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path noJar = Files.createDirectory(folder.resolve("empty"));
        Path broken = Files.writeString(
                Files.createDirectory(folder.resolve("broken")).resolve("broken.jar"), "no jar, but a text");

        assertThat(refusal(folder.resolve("missing"))).isEqualTo("missing: no such file or directory");
        assertThat(refusal(file)).isEqualTo("file: it is not a directory");
        assertThat(refusal(noJar)).isEqualTo("empty: no jar is in it");
        assertThat(refusal(broken.getParent())).startsWith("broken/broken.jar: zip ");
    }

    private String refusal(Path stores) {
        CommandRun run =
                CommandRun.of("trace", "list", "--store-path", stores.toString(), "--connection-string", "shelf://");
        String beginning = "profiler: cannot take stores from " + folder + "/";
        assertThat(run.exitCode()).isOne();
        assertThat(run.err()).startsWith(beginning).hasLineCount(1);
        return run.err().substring(beginning.length()).stripTrailing();
    }

    @Test
    void saysInOneLineWhyAStoreCannotBeUsed() throws IOException {
        jars.withoutFactory("Gone").withFactoryOfNewerJava("Newer");
        jars.withFactory("Throws", "throw new IllegalStateException(\"not\\ntoday\");", "return null;");

        assertThat(failure("gone://")).contains("; a store cannot be used: ", "Provider Gone not found");
        assertThat(failure("newer://"))
                .contains("UnsupportedClassVersionError: Newer has been compiled by a more recent");
        assertThat(failure("throws://"))
                .contains("Provider Throws could not be instantiated: java.lang.IllegalStateException: not");
    }

    @Test
    void oneThatCannotBeUsedIsNoMatterOfTheOthers() throws IOException {
        jars.withoutFactory("Gone").withFactoryOfNewerJava("Newer").withShelf();
        jars.withFactory("Throws", "throw new IllegalStateException();", "return null;");

        assertThat(list("shelf://").out()).contains(ID);
        assertThat(list("jdbc:h2:mem:empty").out()).isEqualTo("No traces.\n");
    }

    @Test
    void saysInOneLineWhatAStoreThrows() throws IOException {
        jars.withFactory("Fails", "", "throw new IllegalStateException(\"no shelf\");");
        jars.withFactory("Missing", "", "throw new NoSuchMethodError(\"dust()\");");
        jars.withFactory("Asserts", "", "throw new AssertionError(\"no dust\");");

        assertThat(failure("fails://")).isEqualTo("unexpected failure: java.lang.IllegalStateException: no shelf");
        assertThat(failure("missing://"))
                .isEqualTo("'missing://' does not work with the version of a library on the classpath:"
                        + " NoSuchMethodError dust()");
        assertThat(failure("asserts://")).isEqualTo("unexpected failure: java.lang.AssertionError: no dust");
    }

    private String failure(String connectionString) {
        CommandRun run = list(connectionString);
        assertThat(run.exitCode()).isOne();
        assertThat(run.err()).startsWith("profiler: ").hasLineCount(1);
        return run.err().substring("profiler: ".length()).stripTrailing();
    }

    @Test
    void bringsADriverThatTheCommandDoesNotComeWith() throws IOException {
        String source = """
                package com.mysql.cj.jdbc;
                import java.sql.*;
                public final class Driver implements java.sql.Driver {
                    public boolean acceptsURL(String url) { return url.startsWith("jdbc:mysql:"); }
                    public Connection connect(String url, java.util.Properties options) throws SQLException {
                        throw new SQLException("the driver of the folder was asked");
                    }
                    public DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties options) {
                        return new DriverPropertyInfo[0];
                    }
                    public int getMajorVersion() { return 1; }
                    public int getMinorVersion() { return 0; }
                    public boolean jdbcCompliant() { return false; }
                    public java.util.logging.Logger getParentLogger() { return null; }
                }
                """;
        jars.with("com.mysql.cj.jdbc.Driver", source, Driver.class);

        assertThat(failure("jdbc:mysql://localhost/traces")).contains("the driver of the folder was asked");
    }

    private CommandRun list(String connectionString) {
        return CommandRun.of(
                "trace", "list", "--store-path", folder.toString(), "--connection-string", connectionString);
    }
}
