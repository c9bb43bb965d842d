// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.EmptyArguments;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the command that the arguments name, among those that there are. */
final class ProfilerCommandLine {

    private final StandardOutput out;
    private final Remarks remarks;
    private final CommandLine commands;
    private final int columns;

    /**
     * @param columns how wide help may be
     */
    ProfilerCommandLine(CommandLine commands, StandardOutput out, Remarks remarks, int columns) {
        this.columns = columns;
        this.out = out;
        this.remarks = remarks;
        this.commands = commands;
        // Data may begin with '@', which picocli would take for a file of arguments.
        commands.setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(remarks.terminal())
                .setExecutionStrategy(this::execute)
                .setExecutionExceptionHandler(new Failures(remarks))
                .setParameterExceptionHandler(new Failures(remarks));
    }

    /**
     * Runs a command.
     *
     * @return its exit code
     */
    int execute(String... arguments) {
        return commands.execute(EmptyArguments.marked(arguments));
    }

    private int execute(ParseResult parsed) {
        List<CommandLine> named = parsed.asCommandLineList();
        CommandLine last = named.get(named.size() - 1);
        try {
            if (last.isUsageHelpRequested()) {
                out.print(new HelpPage(last, columns).text());
            } else if (CommandLine.executeHelpRequest(parsed) == null) {
                EmptyArguments.refuse(parsed);
                run(last);
            }
            out.flush();
            return 0;
        } catch (ParameterException misused) {
            throw misused;
        } catch (IOException | RuntimeException failed) {
            throw new ExecutionException(last, "failed", failed);
        } catch (OutOfMemoryError exhausted) {
            throw new ExecutionException(last, "failed", outOfMemory());
        } catch (Error unexpected) {
            throw new ExecutionException(last, "failed", new CommandFailure("unexpected failure: " + unexpected));
        }
    }

    private static CommandFailure outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return new CommandFailure("this takes more memory than the " + megabytes
                + " MB that Java may use; give it more, by PROFILER_JAVA_OPTIONS=-Xmx" + 4 * megabytes
                + "m, or as in java -Xmx" + 4 * megabytes + "m -jar profiler.jar");
    }

    /** A store may be found by a class loader of its own, which is nobody's afterwards. */
    private void run(CommandLine named) throws IOException {
        if (!(named.getCommand() instanceof ConsoleAction action)) {
            throw new ParameterException(named, "a command is missing");
        }
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        try {
            action.run(out, remarks);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
