// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.analysis.Finding;
import io.profiler.report.analysis.Findings;
import io.profiler.report.tree.TreeOptions;
import io.profiler.report.tree.TreeReportRenderer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one trace. */
@Command(name = "show", description = "Shows a trace: as a tree, or in the format that an option names.")
final class TraceShowCommand implements ConsoleAction {

    private final Surroundings surroundings;
    private final TraceFormatOption format = new TraceFormatOption();

    @Parameters(paramLabel = "TRACE", description = "Id of a trace, or a file with a report saved as JSON.")
    private String trace = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file.")
    private @Nullable Path file;

    @Option(
            names = "--render-dot",
            paramLabel = "FILE",
            description = "Draw the graph of --dot with Graphviz into FILE.pdf,"
                    + " or into FILE if that ends with .pdf, .svg or .png.")
    private @Nullable String drawing;

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    private TraceShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static CommandLine in(Surroundings surroundings) {
        TraceShowCommand command = new TraceShowCommand(surroundings);
        CommandLine commandLine = new CommandLine(command);
        command.format.addTo(commandLine.getCommandSpec());
        return commandLine;
    }

    @Override
    public void run(PrintWriter out, PrintWriter err) throws IOException {
        Report report = new TraceSource(() -> connectionString.open(surroundings)).read(trace);
        TraceFormat chosen = format.chosen();
        if (drawing != null) {
            GraphvizProgram.dot().draw(report, drawing);
        }
        if (drawing == null || chosen != null || file != null) {
            new Destination(file, out).write(text -> renderer(chosen).render(report, text));
        }
        if (chosen == null ? drawing != null : !chosen.showsFindings()) {
            remark(report, err);
        }
    }

    private ReportRenderer renderer(@Nullable TraceFormat chosen) {
        TreeOptions options = file == null ? surroundings.treeOptions() : TreeOptions.plain();
        return chosen == null ? new TreeReportRenderer(options) : chosen.renderer();
    }

    private static void remark(Report report, PrintWriter err) {
        for (Finding finding : Findings.in(report, Instant.now())) {
            new Remarks(err).add(finding.message());
        }
    }
}
