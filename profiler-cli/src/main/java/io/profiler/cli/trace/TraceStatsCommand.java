// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.option.StoredTraces;
import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.internal.analysis.PathStatistics;
import io.profiler.store.TraceSummary;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds up many traces. */
@Command(
        name = "stats",
        description = "Adds up the latest traces, or those that the options ask for, by the path of their spans.")
final class TraceStatsCommand implements ConsoleAction {

    private static final int LATEST = 100;

    private final Environment environment;

    @Mixin
    private final TraceFilterOptions filter = new TraceFilterOptions();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    TraceStatsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        PathStatistics statistics = new PathStatistics();
        int traces = 0;
        try (StoredTraces store = connectionString.open(environment)) {
            for (TraceSummary trace : store.list(filter.query(LATEST))) {
                traces += add(store, trace.baseId(), statistics, remarks);
            }
        }
        if (traces == 0 && !json) {
            out.println("No traces.");
        } else {
            out.println(
                    json
                            ? PathJson.of(traces, statistics.figures())
                            : new PathTables(environment.charset()).of(traces, statistics.figures()));
        }
    }

    /** How many traces were added: one that was deleted meanwhile is left out, with a remark. */
    private static int add(StoredTraces store, String baseId, PathStatistics statistics, Remarks remarks) {
        List<TracePoint> points = store.read(baseId);
        if (points.isEmpty()) {
            remarks.add("trace " + baseId + " is left out: its trace points are gone");
            return 0;
        }
        statistics.add(Report.of(points));
        return 1;
    }
}
