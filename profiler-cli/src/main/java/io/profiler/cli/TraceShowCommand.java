// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.report.JsonReportRenderer;
import io.profiler.report.OtlpReportRenderer;
import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.report.tree.TreeOptions;
import io.profiler.report.tree.TreeReportRenderer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one trace. */
@Command(name = "show", description = "Shows a trace: as a tree, or in the format that an option names.")
final class TraceShowCommand implements ConsoleAction {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "TRACE", description = "Id of a trace, or a file with a report saved as JSON.")
    private String trace = "";

    @Option(names = "--json", description = "Show the trace as JSON, as osprofiler does.")
    private boolean json;

    @Option(names = "--html", description = "Show the trace as a page for a browser: one file that needs no network.")
    private boolean html;

    @Option(names = "--otlp", description = "Show the trace as OTLP/JSON, for OpenTelemetry's tools.")
    private boolean otlp;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file.")
    private @Nullable Path file;

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    TraceShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run(PrintWriter out, PrintWriter err) throws IOException {
        Report report = new TraceSource(() -> connectionString.open(surroundings)).read(trace);
        if (file == null) {
            renderer(surroundings.treeOptions()).render(report, out);
            out.println();
        } else {
            write(report, file);
        }
    }

    private ReportRenderer renderer(TreeOptions options) {
        if (html) {
            return new HtmlReportRenderer();
        }
        if (otlp) {
            return new OtlpReportRenderer();
        }
        return json ? new JsonReportRenderer() : new TreeReportRenderer(options);
    }

    private void write(Report report, Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            renderer(TreeOptions.plain()).render(report, writer);
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot write " + FileFailure.in(unwritable, file));
        }
    }
}
