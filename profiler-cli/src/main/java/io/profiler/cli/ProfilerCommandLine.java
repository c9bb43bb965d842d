// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Puts the commands together, and runs the one that was named. */
final class ProfilerCommandLine {

    private ProfilerCommandLine() {}

    static CommandLine in(Surroundings surroundings, ProfilerCommand command) {
        CommandLine trace = new CommandLine(new TraceCommand())
                .addSubcommand(TraceShowCommand.in(surroundings))
                .addSubcommand(new TraceListCommand(surroundings))
                .addSubcommand(new TraceCompareCommand(surroundings))
                .addSubcommand(new TraceStatsCommand(surroundings))
                .addSubcommand(new TraceDeleteCommand(surroundings));
        CommandLine profiler = new CommandLine(command)
                .addSubcommand(trace)
                .addSubcommand(new RequestCommand(surroundings))
                .addSubcommand(new HeadersCommand(surroundings))
                .addSubcommand(new CollectCommand(surroundings))
                .addSubcommand(new DoctorCommand(surroundings));
        setVersion(profiler);
        // Data may begin with '@', which picocli would take for a file of arguments.
        return profiler.setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(true)
                .setUsageHelpAutoWidth(surroundings.terminal())
                .setExecutionStrategy(ProfilerCommandLine::execute)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Failures());
    }

    private static void setVersion(CommandLine command) {
        command.getCommandSpec().version(Version.text());
        command.getSubcommands().values().forEach(ProfilerCommandLine::setVersion);
    }

    private static int execute(ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        CommandLine named = commands.get(commands.size() - 1);
        try {
            if (CommandLine.executeHelpRequest(parsed) == null) {
                run(named);
            }
            named.getOut().flush();
            return 0;
        } catch (ParameterException misused) {
            throw misused;
        } catch (IOException | RuntimeException failed) {
            throw new ExecutionException(named, "failed", failed);
        } catch (OutOfMemoryError exhausted) {
            throw new ExecutionException(named, "failed", outOfMemory());
        }
    }

    private static CommandFailure outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return new CommandFailure("this takes more memory than the " + megabytes
                + " MB that Java may use; give it more, as in java -Xmx" + 4 * megabytes + "m -jar profiler.jar");
    }

    private static void run(CommandLine named) throws IOException {
        if (!(named.getCommand() instanceof ConsoleAction action)) {
            throw new ParameterException(named, "a command is missing");
        }
        action.run(named.getOut(), named.getErr());
    }
}
