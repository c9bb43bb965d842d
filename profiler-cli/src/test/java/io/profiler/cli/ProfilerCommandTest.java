// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilerCommandTest {

    private static final String ID = "14a03569-d26b-4496-92e5-dfe8cb1855fe";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trace",
                "trace show",
                "trace list",
                "trace delete",
                "trace compare",
                "trace stats",
                "trace last",
                "last",
                "completion",
                "token",
                "request",
                "headers",
                "collect",
                "doctor"
            })
    void helpsAndTellsItsVersionAtEveryLevel(String command) {
        String help = run(command + " --help").out();
        assertThat(help).startsWith(("Usage: profiler " + command).strip());
        assertThat(run("help " + command).out()).isEqualTo(help);
        assertThat(help.lines()).allMatch(line -> line.length() <= 80).noneMatch(line -> line.endsWith(" "));
        assertThat(run(command + " --version").out()).matches("profiler \\d+\\.\\d+\\.\\d+.*\n");
        assertThat(run(command + " --version").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trace| a command is missing; see 'profiler trace --help'",
                "trce| there is no command 'trce' (did you mean 'trace'?); see 'profiler --help'",
                "trace lits| there is no command 'lits' (did you mean 'list'?); see 'profiler trace --help'",
                "quite-another| there is no command 'quite-another'; see 'profiler --help'",
                "trace show| Missing required parameter: 'TRACE'; see 'profiler trace show --help'",
                "trace show --json --hmtl x| Unknown option: '--hmtl' (did you mean '--html'?); see 'profiler trace show --help'",
                "trace list x| Unmatched argument at index 2: 'x'; see 'profiler trace list --help'",
                "trace list| where are the traces? Give --connection-string, or set OSPROFILER_CONNECTION_STRING",
                "trace show x| where are the traces? Give --connection-string, or set OSPROFILER_CONNECTION_STRING",
                "trace delete| Missing required parameter: 'ID'; see 'profiler trace delete --help'",
                "trace delete x| where are the traces? Give --connection-string, or set OSPROFILER_CONNECTION_STRING",
                "headers| which HMAC key? Give --hmac-key, or set OS_PROFILE",
                "request http://localhost| which HMAC key? Give --hmac-key, or set OS_PROFILE",
                "request| Missing required parameter: '[METHOD] URL'; see 'profiler request --help'"
            })
    void saysInOneLineWhatIsMissing(String command, String message) {
        assertThat(run(command)).isEqualTo(new CommandRun(1, "", "profiler: " + message + "\n"));
    }

    @Test
    void helpsWhoAsksForNothing() {
        assertThat(run("")).isEqualTo(run("--help"));
        assertThat(run("help").out())
                .contains("\n  trace   ", "\nEnvironment:\n", "\nExamples:\n  profiler request http");
        assertThat(run("help trace list").out()).contains("\n  OSPROFILER_CONNECTION_STRING\n");
        assertThat(run("help --help")).isEqualTo(run("--help"));
        assertThat(run("help trace -h")).isEqualTo(run("trace --help"));
    }

    @Test
    void noWordIsTornApart() {
        assertThat(run("trace show --help").out().lines()).anyMatch(line -> line.contains("chrome://tracing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void shellsCompleteEveryCommand(String shell) {
        CommandRun run = run("completion " + shell);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("completion", "compare", "connection-string", "store-path");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--since yesterday| 'yesterday' is neither a duration such as 2h or 7d, nor a date or time in UTC such"
                        + " as 2026-01-31 or 2026-01-31T12:00",
                "--min-duration 50| '50' is not a duration such as 50ms; the units are us, ms, s, m, h and d",
                "--status fine| 'fine' is not an HTTP status such as 404, nor 5xx for all of a class, nor failed",
                "--sort age| 'age' is none of started, duration, spans, errors",
                "--limit -1| '-1' is not a number of traces, such as 20, or 0 for all"
            })
    void saysInOneLineWhatIsWrongWithAFilter(String option, String message) {
        String name = option.split(" ")[0];
        assertThat(run("trace list " + option))
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "profiler: Invalid value for option '" + name + "': " + message
                                + "; see 'profiler trace list --help'\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nosuch://alice:secret@host/",
                "mongodb:/alice:secret@host",
                "mongodb://alice:secret@",
                "mongodb://alice:secret@host:port/?x=secret",
                "mongodb://alice:se@cret@host/",
                "jdbc:postgresql://alice:secret@host:5432/db",
                "jdbc:mariadb://alice:secret@host/db",
                "jdbc:oracle:thin:alice/secret@host",
                "alice:secret/db",
                "jdbc",
                "rabbit://,/",
                "secret"
            })
    void refusesConnectionStringsWithoutShowingPasswords(String connectionString) {
        CommandRun run = CommandRun.of("trace", "show", ID, "--connection-string", connectionString);

        assertThat(run.exitCode()).isOne();
        assertThat(run.err())
                .startsWith("profiler: ")
                .doesNotContain("unexpected failure")
                .hasLineCount(1)
                .doesNotContain("alice", ":secret", "=secret", "cret@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://h/db?user=u&password=geheim", "JDBC:mysql://h/db?password=geheim"})
    void namesTheDriverThatItDoesNotComeWith(String connectionString) {
        CommandRun run = run("trace list --connection-string " + connectionString);

        assertThat(run)
                .isEqualTo(new CommandRun(
                        1,
                        "",
                        "profiler: 'jdbc:mysql' needs the library com.mysql:mysql-connector-j, which is not on the"
                                + " classpath; 'mysql://' works with MariaDB's driver, which is\n"));
    }

    @Test
    void givesUpOnAServerThatIsAway() {
        CommandRun run = CommandRun.in(
                Map.of("OSPROFILER_CONNECTION_STRING", "mongodb://alice:secret@127.0.0.1:1"), "trace", "list");

        assertThat(run.exitCode()).isOne();
        assertThat(run.err())
                .startsWith("profiler: ")
                .contains("127.0.0.1:1")
                .endsWith("; check that the server runs, and the connection string\n")
                .hasLineCount(1)
                .doesNotContain("secret");
    }

    @Test
    void aFileIsNoMatterOfAServer(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no database, but a text\n".repeat(100));

        CommandRun run = CommandRun.of("trace", "list", "--connection-string", "sqlite:///" + file);

        assertThat(run.exitCode()).isOne();
        assertThat(run.err())
                .startsWith("profiler: sqlite:///" + file + " cannot be used: ")
                .doesNotContain("check that the server runs")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace list", "trace list --json", "trace show " + ID, "trace stats", "trace delete " + ID})
    void readingMakesNoDatabase(String command, @TempDir Path folder) {
        for (String database : List.of("jdbc:h2:" + folder.resolve("typo"), "sqlite:///" + folder.resolve("typo"))) {
            CommandRun run = run(command + " --connection-string " + database);

            assertThat(run)
                    .isEqualTo(
                            new CommandRun(1, "", "profiler: there is no database " + folder.resolve("typo") + "\n"));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doctorMakesNoDatabase(@TempDir Path folder) {
        CommandRun run = run("doctor --connection-string jdbc:h2:" + folder.resolve("typo"));

        assertThat(run.exitCode()).isOne();
        assertThat(run.out()).startsWith("FAILED  connect: there is no database " + folder.resolve("typo") + "\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatTheNameServerIsNoHelp() {
        CommandRun run = CommandRun.of(
                "trace", "list", "--connection-string", "mongodb+srv://alice:secret@traces.nowhere.invalid");

        assertThat(run.exitCode()).isOne();
        assertThat(run.err())
                .matches(
                        "profiler: mongodb\\+srv://\\*\\*\\*@traces.nowhere.invalid does not answer: the name server .*[^.];"
                                + " check that the server runs, and the connection string\n");
    }

    @Test
    void argumentsCannotControlTheTerminal() {
        CommandRun run = CommandRun.of("trace", "show", "\u001b[2J\n/x");

        assertThat(run.err())
                .startsWith("profiler: there is no file \\x1b[2J\\n/x;")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "trace show {}| 'TRACE'; see 'profiler trace show --help'",
                "trace show {} --json| 'TRACE'; see 'profiler trace show --help'",
                "trace delete a {}| 'ID'; see 'profiler trace delete --help'",
                "trace compare {} b| 'BEFORE'; see 'profiler trace compare --help'",
                "trace compare a {}| 'AFTER'; see 'profiler trace compare --help'",
                "request {} --hmac-key 123| '[METHOD] URL'; see 'profiler request --help'",
                "request {} http://localhost --hmac-key 123| '[METHOD] URL'; see 'profiler request --help'",
                "request http://localhost --hmac-key {}| for option '--hmac-key' (KEY); see 'profiler request --help'",
                "trace show a --out {}| for option '--out' (FILE); see 'profiler trace show --help'",
                "trace show a --out={}| for option '--out' (FILE); see 'profiler trace show --help'",
                "trace show a --render-dot {}| for option '--render-dot' (FILE); see 'profiler trace show --help'",
                "trace list --service {}| for option '--service' (NAME); see 'profiler trace list --help'",
                "trace list --connection-string {}| for option '--connection-string' (STRING); see 'profiler trace list --help'",
                "doctor --connection-string {}| for option '--connection-string' (STRING); see 'profiler doctor --help'",
                "collect --transport-url {}| for option '--transport-url' (URL); see 'profiler collect --help'"
            })
    void saysThatNothingStandsWhereSomethingIsNeeded(String command, String message) {
        for (String nothing : new String[] {"", "  ", "\t"}) {
            String[] arguments = Stream.of(command.split(" "))
                    .map(argument -> argument.replace("{}", nothing))
                    .toArray(String[]::new);
            assertThat(CommandRun.of(arguments))
                    .isEqualTo(new CommandRun(
                            1,
                            "",
                            "profiler: Missing required parameter" + (message.startsWith("for") ? " " : ": ") + message
                                    + "\n"));
        }
    }

    @Test
    void dashesAloneAreNoArgument() {
        assertThat(run("trace show -").err())
                .startsWith("profiler: an argument of dashes alone is neither an option nor a value; see");
    }

    private static CommandRun run(String command) {
        return CommandRun.of(command.isBlank() ? new String[0] : command.strip().split(" "));
    }
}
