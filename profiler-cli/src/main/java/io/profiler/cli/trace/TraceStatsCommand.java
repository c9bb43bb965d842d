// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Progress;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.option.StoredTraces;
import io.profiler.internal.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Requests;
import io.profiler.report.internal.analysis.SpanFigures;
import io.profiler.store.TraceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Adds up many traces. */
@Command(
        name = "stats",
        description = "Adds up the latest traces, or those that the options ask for, where most time was spent first.",
        footer = {"profiler trace stats --since 1d --name 'GET /owners'", "profiler trace stats --by statement"})
@SuppressWarnings("try")
final class TraceStatsCommand implements ConsoleAction {

    private static final int LATEST = 100;

    private final Environment environment;

    @Mixin
    private final TraceFilterOptions filter = new TraceFilterOptions();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "operation",
            converter = SubjectConverter.class,
            description =
                    "Adds up by operation, which is method and route of requests, and the method of their controller;"
                            + " by name, which is the path of names to each span; or by statement, without values.")
    private StatisticsSubject subject = StatisticsSubject.OPERATION;

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
        StatisticsSubject.Sum sum = subject.sum();
        int traces = 0;
        long micros = 0;
        List<String> gone = new ArrayList<>();
        try (StoredTraces store = connectionString.open(environment, remarks);
                Progress told = Progress.of("Adding traces up", environment, remarks)) {
            for (TraceSummary trace : store.list(filter.query(LATEST))) {
                Report report = Report.of(store.read(trace.baseId()));
                if (report.spans().isEmpty()) {
                    gone.add(trace.baseId());
                } else {
                    sum.add().accept(report);
                    traces++;
                    micros = BoundedTime.plus(micros, Requests.of(report).busyMicros());
                }
            }
        }
        gone.forEach(id -> remarks.add("trace " + id + " is left out: its trace points are gone"));
        print(traces, micros, sum.rows().get(), out);
    }

    private void print(int traces, long micros, Map<List<String>, SpanFigures> rows, StandardOutput out) {
        if (json) {
            out.println(StatisticsJson.of(subject, traces, micros, rows));
        } else if (traces == 0) {
            out.println("No traces.");
        } else {
            out.println(new StatisticsTable(environment.charset()).of(subject, traces, micros, rows));
        }
    }

    static final class SubjectConverter implements ITypeConverter<StatisticsSubject> {

        @Override
        public StatisticsSubject convert(String text) {
            return Stream.of(StatisticsSubject.values())
                    .filter(subject -> subject.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("'" + text + "' is not operation, name or statement"));
        }
    }
}
