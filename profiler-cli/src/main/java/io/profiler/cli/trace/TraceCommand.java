// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.Environment;
import io.profiler.cli.option.StandardOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What can be done with stored traces. */
@Command(name = "trace", description = "Shows, lists and deletes stored traces.", synopsisSubcommandLabel = "COMMAND")
public final class TraceCommand {

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    private TraceCommand() {}

    /** The command with those that are in it. */
    public static CommandLine in(Environment environment) {
        return new CommandLine(new TraceCommand())
                .addSubcommand(TraceShowCommand.in(environment))
                .addSubcommand(new TraceListCommand(environment))
                .addSubcommand(new TraceCompareCommand(environment))
                .addSubcommand(new TraceStatsCommand(environment))
                .addSubcommand(new TraceDeleteCommand(environment));
    }
}
