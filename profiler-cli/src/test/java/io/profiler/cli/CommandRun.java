// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the command inside the test, as if its output went to a file. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(String... arguments) {
        return in(Map.of(), arguments);
    }

    static CommandRun in(Map<String, String> environment, String... arguments) {
        return in(new Surroundings(environment, StandardCharsets.UTF_8, false), arguments);
    }

    static CommandRun in(Charset charset, String... arguments) {
        return in(new Surroundings(Map.of(), charset, false), arguments);
    }

    static CommandRun in(Surroundings surroundings, String... arguments) {
        StringWriter out = new StringWriter();
        CommandRun run = into(out, surroundings, arguments);
        return new CommandRun(run.exitCode(), out.toString(), run.err());
    }

    static CommandRun into(Writer out, Surroundings surroundings, String... arguments) {
        StringWriter err = new StringWriter();
        int exitCode = ProfilerCommandLine.in(surroundings, ProfilerCommand.create())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(exitCode, "", err.toString());
    }
}
