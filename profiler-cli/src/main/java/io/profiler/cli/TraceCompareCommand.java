// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.report.Report;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what changed from one trace to another. */
@Command(name = "compare", description = "Shows what changed from one trace to another, what changed most first.")
final class TraceCompareCommand implements ConsoleAction {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Id of a trace, or a file with a saved report.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", description = "Id of a trace, or a file with a saved report.")
    private String after = "";

    @ArgGroup(exclusive = true)
    private final Format format = new Format();

    @Option(names = "--out", paramLabel = "FILE", description = "Write to a file.")
    private @Nullable Path file;

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    TraceCompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run(PrintWriter out, PrintWriter err) throws IOException {
        TraceSource source = new TraceSource(() -> connectionString.open(surroundings));
        Report first = source.read(before);
        Report second = source.read(after);
        Comparison comparison = Comparison.of(first, second);
        new Destination(file, out).write(text -> write(comparison, text));
    }

    private void write(Comparison comparison, Appendable out) throws IOException {
        if (format.html) {
            new ComparisonPage().render(comparison, out);
        } else if (format.json) {
            out.append(PathJson.of(comparison));
        } else {
            out.append(new PathTables(surroundings.charset()).of(comparison));
        }
    }

    private static final class Format {

        @Option(names = "--json", description = "As JSON.")
        private boolean json;

        @Option(names = "--html", description = "As a page for a browser: one file that needs no network.")
        private boolean html;
    }
}
