// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists all traces, or those that failed. */
@Command(name = "list", description = "Lists all traces.")
final class TraceListCommand implements ConsoleAction {

    private final Surroundings surroundings;

    @Option(
            names = "--error-trace",
            arity = "0..1",
            fallbackValue = "yes",
            defaultValue = "",
            paramLabel = "ANY",
            description = "List only traces with an error, which a service with profiler.filter-error-trace marks."
                    + " Any value but an empty one means yes, even 'False', as for osprofiler.")
    private String errorTrace = "";

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
            new TraceTable(
                            oldestFirst(store.list(errorTrace.isEmpty() ? TraceQuery.all() : TraceQuery.failed())),
                            surroundings.charset())
                    .print(out);
        }
    }

    /** The end of a long list is what a person sees. */
    private static List<TraceSummary> oldestFirst(List<TraceSummary> traces) {
        List<TraceSummary> reversed = new ArrayList<>(traces);
        Collections.reverse(reversed);
        return reversed;
    }
}
