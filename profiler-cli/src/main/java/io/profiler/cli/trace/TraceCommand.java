// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Subcommands;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.view.TraceIds;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What can be done with stored traces. */
@Command(name = "trace", description = "Shows, lists and deletes stored traces.", synopsisSubcommandLabel = "COMMAND")
public final class TraceCommand {

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    private TraceCommand() {}

    /** The command that shows the latest trace, which needs no name. */
    public static CommandLine last(Environment environment) {
        return TraceShowCommand.last(environment);
    }

    /** The command with those in it that the arguments need. */
    public static CommandLine in(Environment environment, List<String> arguments) {
        return new Subcommands()
                .with("show", following -> TraceShowCommand.in(environment))
                .with(TraceIds.LAST, following -> TraceShowCommand.last(environment))
                .with("list", following -> new TraceListCommand(environment))
                .with("compare", following -> new TraceCompareCommand(environment))
                .with("stats", following -> new TraceStatsCommand(environment))
                .with("delete", following -> new TraceDeleteCommand(environment))
                .addTo(new CommandLine(new TraceCommand()), arguments);
    }
}
