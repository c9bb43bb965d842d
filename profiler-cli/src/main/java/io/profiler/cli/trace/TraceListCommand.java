// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.option.StoredTraces;
import io.profiler.store.TraceSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists traces: for people and their pipes, as JSON, or in OSprofiler's table. */
@Command(
        name = "list",
        description = "Lists traces: all of them, or those that the options ask for.",
        footer = {
            "profiler trace list --since 2h --min-duration 50ms",
            "profiler trace list --status 5xx",
            "profiler trace list --sort duration --limit 5"
        })
final class TraceListCommand implements ConsoleAction {

    private static final int ON_A_TERMINAL = 20;

    private final Environment environment;

    @Mixin
    private final TraceFilterOptions filter = new TraceFilterOptions();

    @ArgGroup(exclusive = true)
    private final Format format = new Format();

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    TraceListCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        try (StoredTraces store = connectionString.open(environment, remarks)) {
            if (format.json) {
                out.println(json(store.list(filter.query(0))));
            } else if (format.osprofiler || environment.osprofiler()) {
                new TraceTable(oldestFirst(store.list(filter.query(0))), environment.charset()).print(out);
            } else if (environment.terminal() && !filter.limitIsGiven()) {
                printBeginning(store.list(filter.query(ON_A_TERMINAL + 1)), out);
            } else {
                print(store.list(filter.query(0)), out);
            }
        }
    }

    private static String json(List<TraceSummary> traces) {
        return ReadableJson.of(traces.stream().map(TraceSummary::toDocument).toList());
    }

    private void printBeginning(List<TraceSummary> traces, StandardOutput out) {
        print(traces.subList(0, Math.min(traces.size(), ON_A_TERMINAL)), out);
        if (traces.size() > ON_A_TERMINAL) {
            out.println();
            out.println("The first " + ON_A_TERMINAL + " of more: --limit 0 lists all.");
        }
    }

    private void print(List<TraceSummary> traces, StandardOutput out) {
        if (traces.isEmpty()) {
            out.println("No traces.");
        } else {
            new TraceOverview(environment.charset()).print(traces, out);
        }
    }

    private static List<TraceSummary> oldestFirst(List<TraceSummary> traces) {
        List<TraceSummary> reversed = new ArrayList<>(traces);
        Collections.reverse(reversed);
        return reversed;
    }

    private static final class Format {

        @Option(names = "--json", description = "List the traces as JSON, an array of objects.")
        private boolean json;

        @Option(
                names = "--osprofiler",
                description =
                        "List the traces in osprofiler's table, as the command does when its jar, or a link to it, is"
                                + " named osprofiler.")
        private boolean osprofiler;
    }
}
