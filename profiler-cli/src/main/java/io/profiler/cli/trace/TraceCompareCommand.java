// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.file.Destination;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.OutputFileOptions;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.view.PageView;
import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonMarkdown;
import io.profiler.report.compare.ComparisonPage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what changed from one trace to another. */
@Command(
        name = "compare",
        description = "Shows what changed from one trace to another, what changed most first.",
        footer = {
            "profiler trace compare before.json last --open",
            "profiler trace compare before.json last --fail-if 'db.count>+5'"
        })
final class TraceCompareCommand implements ConsoleAction {

    private final Environment environment;

    @Mixin
    private final ComparedTraces traces = new ComparedTraces();

    @ArgGroup(exclusive = true)
    private final Format format = new Format();

    @Mixin
    private final FailureConditions conditions = new FailureConditions();

    @Mixin
    private final OutputFileOptions output = new OutputFileOptions();

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    TraceCompareCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) throws IOException {
        output.check(false);
        traces.check();
        PageView page = new PageView(environment, output);
        if (isPage()) {
            page.check();
        }
        TraceSource source = new TraceSource(() -> connectionString.open(environment, remarks));
        Comparison comparison = Comparison.of(read(traces.before(), source), read(traces.after(), source));
        if (isPage()) {
            page.show(text -> new ComparisonPage().render(comparison, text), out, remarks);
        } else {
            write(comparison, output.or(out));
        }
        out.flush();
        conditions.check(comparison, environment.charset(), remarks);
    }

    private static List<Report> read(List<String> traces, TraceSource source) {
        return traces.stream().map(source::read).toList();
    }

    private boolean isPage() {
        return format.html || output.isOpened();
    }

    private void write(Comparison comparison, Destination destination) throws IOException {
        if (format.json) {
            destination.write(text -> text.append(ComparisonJson.of(comparison)));
        } else if (format.markdown) {
            List<String> failures = conditions.failures(comparison, StandardCharsets.UTF_8);
            destination.write(text -> new ComparisonMarkdown().render(comparison, failures, text));
        } else {
            Charset charset = output.isGiven() ? StandardCharsets.UTF_8 : environment.charset();
            destination.show(text -> text.append(new ComparisonTable(comparison, charset).print()));
        }
    }

    private static final class Format {

        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        @Option(names = "--html", description = "As a page for a browser: one file that needs no network.")
        private boolean html;

        @Option(names = "--markdown", description = "As Markdown, for a pull request or the summary of a pipeline.")
        private boolean markdown;
    }
}
