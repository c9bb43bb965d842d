// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists traces: in OSprofiler's table for a script that knows no more, else for people or as JSON. */
@Command(
        name = "list",
        description = {
            "Lists traces: all of them, or those that the options ask for.",
            "Without a terminal and without an option that osprofiler does not have, it prints osprofiler's table."
        })
final class TraceListCommand implements ConsoleAction {

    private static final int ON_A_TERMINAL = 20;

    private final Surroundings surroundings;

    @Mixin
    private final TraceFilterOptions filter = new TraceFilterOptions();

    @Option(names = "--json", description = "List the traces as JSON, an array of objects.")
    private boolean json;

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    TraceListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run(PrintWriter out, PrintWriter err) {
        try (TraceStore store = connectionString.open(surroundings)) {
            if (json) {
                out.println(TraceSummaryJson.array(store.list(filter.query(0))));
            } else if (surroundings.terminal() && !filter.limitIsGiven()) {
                printBeginning(store.list(filter.query(ON_A_TERMINAL + 1)), out);
            } else if (surroundings.terminal() || filter.goesBeyondTheReference()) {
                print(store.list(filter.query(0)), out);
            } else {
                new TraceTable(oldestFirst(store.list(filter.query(0))), surroundings.charset()).print(out);
            }
        }
    }

    private void printBeginning(List<TraceSummary> traces, PrintWriter out) {
        print(traces.subList(0, Math.min(traces.size(), ON_A_TERMINAL)), out);
        if (traces.size() > ON_A_TERMINAL) {
            out.println();
            out.println("The first " + ON_A_TERMINAL + " of more: --limit 0 lists all.");
        }
    }

    private void print(List<TraceSummary> traces, PrintWriter out) {
        if (traces.isEmpty()) {
            out.println("No traces.");
        } else {
            new TraceOverview(surroundings.charset()).print(traces, out);
        }
    }

    private static List<TraceSummary> oldestFirst(List<TraceSummary> traces) {
        List<TraceSummary> reversed = new ArrayList<>(traces);
        Collections.reverse(reversed);
        return reversed;
    }
}
