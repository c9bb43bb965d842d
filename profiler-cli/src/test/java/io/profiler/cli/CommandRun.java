// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the command inside the test, as if its output went to a file; what it writes is read as UTF-8. */
public record CommandRun(int exitCode, String out, String err) {

    public static CommandRun of(String... arguments) {
        return in(Map.of(), arguments);
    }

    public static CommandRun in(Map<String, String> variables, String... arguments) {
        return in(new Environment(variables, StandardCharsets.UTF_8, false, false), arguments);
    }

    public static CommandRun in(Charset charset, String... arguments) {
        return in(new Environment(Map.of(), charset, false, false), arguments);
    }

    public static CommandRun onTerminal(Map<String, String> variables, String... arguments) {
        return in(new Environment(variables, StandardCharsets.UTF_8, true, false), arguments);
    }

    public static CommandRun in(Environment environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandRun run = into(out, environment, arguments);
        return new CommandRun(run.exitCode(), out.toString(StandardCharsets.UTF_8), run.err());
    }

    public static CommandRun into(OutputStream out, Environment environment, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = ProfilerCommand.run(
                environment,
                StandardOutput.to(out, environment.charset()),
                new Remarks(err, environment.charset(), environment.terminal()),
                arguments);
        return new CommandRun(exitCode, "", err.toString(StandardCharsets.UTF_8));
    }
}
