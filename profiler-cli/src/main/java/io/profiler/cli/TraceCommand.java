// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What can be done with stored traces. */
@Command(name = "trace", description = "Shows, lists and deletes stored traces.", synopsisSubcommandLabel = "COMMAND")
final class TraceCommand {

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    private TraceCommand() {}

    /** The command with those that are in it. */
    static CommandLine in(Environment environment) {
        return new CommandLine(new TraceCommand())
                .addSubcommand(TraceShowCommand.in(environment))
                .addSubcommand(new TraceListCommand(environment))
                .addSubcommand(new TraceCompareCommand(environment))
                .addSubcommand(new TraceStatsCommand(environment))
                .addSubcommand(new TraceDeleteCommand(environment));
    }
}
