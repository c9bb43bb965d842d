// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Progress;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.FileNameConverter;
import io.profiler.cli.option.OutputFileOptions;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.view.PageView;
import io.profiler.cli.view.TraceIds;
import io.profiler.cli.view.TreeView;
import io.profiler.report.Report;
import io.profiler.report.internal.analysis.Finding;
import io.profiler.report.internal.analysis.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one trace. */
@Command(
        name = "show",
        description = "Shows a trace: as a tree, or in the format that an option names.",
        footer = {
            "profiler trace show last",
            "profiler trace show 14a0 --open",
            "profiler trace show TRACE --markdown --out trace.md"
        })
@SuppressWarnings("try")
final class TraceShowCommand implements ConsoleAction {

    private final Environment environment;
    private final TraceFormatOption format = new TraceFormatOption();

    @Parameters(
            paramLabel = "TRACE",
            description =
                    "Id of a trace, how it begins, or 'last'; or a file with a report saved as JSON, if there is one of"
                            + " that name. A UUID is always an id.")
    private String trace = TraceIds.LAST;

    @Mixin
    private final TreeView tree = new TreeView();

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

    /** Shows the latest trace, which needs no name. */
    static CommandLine last(Environment environment) {
        CommandLine command = in(environment);
        CommandSpec spec = command.getCommandSpec();
        spec.name(TraceIds.LAST);
        spec.remove(spec.positionalParameters().get(0));
        spec.usageMessage().description("Shows the latest trace: as a tree, or in the format that an option names.");
        return command;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) throws IOException {
        output.check(drawing != null);
        TraceFormat chosen = chosen();
        PageView page = new PageView(environment, output);
        if (chosen == TraceFormat.HTML) {
            page.check();
        }
        Report report = new TraceSource(() -> connectionString.open(environment, remarks)).read(trace);
        if (drawing != null) {
            try (Progress told = Progress.of("Drawing the trace", environment, remarks)) {
                GraphvizProgram.dot().draw(report, drawing, output);
            }
        }
        if (drawing == null || chosen != null || output.isGiven()) {
            write(report, chosen, page, out, remarks);
        }
        if (chosen == null ? drawing != null : !chosen.showsFindings()) {
            remark(report, remarks);
        }
    }

    /** What is opened is a page. */
    private @Nullable TraceFormat chosen() {
        TraceFormat chosen = format.chosen();
        if (output.isOpened() && chosen != null && chosen != TraceFormat.HTML) {
            throw new CommandFailure("--open is for a page, not for " + chosen.option());
        }
        return output.isOpened() ? TraceFormat.HTML : chosen;
    }

    private void write(Report report, @Nullable TraceFormat chosen, PageView page, StandardOutput out, Remarks remarks)
            throws IOException {
        if (chosen == null) {
            tree.show(report, environment, output, out);
        } else if (chosen == TraceFormat.HTML) {
            page.show(text -> chosen.renderer().render(report, text), out, remarks);
        } else if (output.isGiven()) {
            try (Progress told = Progress.of("Writing the file", environment, remarks)) {
                output.or(out).write(text -> chosen.renderer().render(report, text));
            }
        } else {
            output.or(out).write(text -> chosen.renderer().render(report, text));
        }
    }

    private static void remark(Report report, Remarks remarks) {
        for (Finding finding : Findings.in(report, Instant.now())) {
            remarks.add(finding.message());
        }
    }
}
