// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.file.Destination;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.FileNameConverter;
import io.profiler.cli.option.OutputFileOptions;
import io.profiler.cli.option.StandardOptions;
import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Finding;
import io.profiler.report.internal.analysis.Findings;
import io.profiler.report.tree.TreeOptions;
import io.profiler.report.tree.TreeReportRenderer;
import java.io.IOException;
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

    private final Environment environment;
    private final TraceFormatOption format = new TraceFormatOption();

    @Parameters(
            paramLabel = "TRACE",
            description = "Id of a trace, or a file with a report saved as JSON, if there is one of that name;"
                    + " a UUID is always an id.")
    private String trace = "";

    @Mixin
    private final OutputFileOptions output = new OutputFileOptions();

    @Option(
            names = "--render-dot",
            paramLabel = "FILE",
            converter = FileNameConverter.class,
            description = "Draw the graph of --dot with Graphviz into FILE.pdf,"
                    + " or into FILE if that ends with .pdf, .svg or .png.")
    private @Nullable Path drawing;

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    private TraceShowCommand(Environment environment) {
        this.environment = environment;
    }

    static CommandLine in(Environment environment) {
        TraceShowCommand command = new TraceShowCommand(environment);
        CommandLine commandLine = new CommandLine(command);
        command.format.addTo(commandLine.getCommandSpec());
        return commandLine;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) throws IOException {
        output.check(drawing != null);
        Report report = new TraceSource(() -> connectionString.open(environment)).read(trace);
        TraceFormat chosen = format.chosen();
        if (drawing != null) {
            GraphvizProgram.dot().draw(report, drawing, output);
        }
        if (drawing == null || chosen != null || output.isGiven()) {
            write(report, chosen, output.or(out));
        }
        if (chosen == null ? drawing != null : !chosen.showsFindings()) {
            remark(report, remarks);
        }
    }

    private void write(Report report, @Nullable TraceFormat chosen, Destination destination) throws IOException {
        if (chosen == null) {
            TreeOptions options = output.isGiven() ? TreeOptions.plain() : treeOptions();
            destination.show(text -> new TreeReportRenderer(options).render(report, text));
        } else {
            destination.write(text -> chosen.renderer().render(report, text));
        }
    }

    private TreeOptions treeOptions() {
        return new TreeOptions(
                environment.charset(),
                environment.coloured(),
                environment.columns(TreeOptions.plain().columns()));
    }

    private static void remark(Report report, Remarks remarks) {
        for (Finding finding : Findings.in(report, Instant.now())) {
            remarks.add(finding.message());
        }
    }
}
