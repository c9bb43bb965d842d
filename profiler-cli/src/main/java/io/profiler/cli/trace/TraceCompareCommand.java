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
import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonPage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what changed from one trace to another. */
@Command(name = "compare", description = "Shows what changed from one trace to another, what changed most first.")
final class TraceCompareCommand implements ConsoleAction {

    private final Environment environment;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "Id of a trace, or a file with a saved report, if there is one of that name;"
                    + " a UUID is always an id.")
    private String before = "";

    @Parameters(
            index = "1",
            paramLabel = "AFTER",
            description = "Id of a trace, or a file with a saved report, if there is one of that name;"
                    + " a UUID is always an id.")
    private String after = "";

    @ArgGroup(exclusive = true)
    private final Format format = new Format();

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
        TraceSource source = new TraceSource(() -> connectionString.open(environment));
        Report first = source.read(before);
        Report second = source.read(after);
        Comparison comparison = Comparison.of(first, second);
        write(comparison, output.or(out));
    }

    private void write(Comparison comparison, Destination destination) throws IOException {
        if (format.html) {
            destination.write(text -> new ComparisonPage().render(comparison, text));
        } else if (format.json) {
            destination.write(text -> text.append(PathJson.of(comparison)));
        } else {
            Charset charset = output.isGiven() ? StandardCharsets.UTF_8 : environment.charset();
            destination.show(text -> text.append(new PathTables(charset).of(comparison)));
        }
    }

    private static final class Format {

        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        @Option(names = "--html", description = "As a page for a browser: one file that needs no network.")
        private boolean html;
    }
}
