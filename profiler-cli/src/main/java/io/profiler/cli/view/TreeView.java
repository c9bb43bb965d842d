// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import io.profiler.cli.console.Environment;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.OutputFileOptions;
import io.profiler.report.Report;
import io.profiler.report.tree.TreeOptions;
import io.profiler.report.tree.TreeReportRenderer;
import java.io.IOException;
import picocli.CommandLine.Option;

/** Draws a trace as a tree that fits the place where it is shown. */
public final class TreeView {

    @Option(
            names = "--all",
            description =
                    "Draw each span of the tree on a line of its own, also those that do the same one after the other.")
    private boolean all;

    /** Draws into the file that is asked for, else on standard output. */
    public void show(Report report, Environment environment, OutputFileOptions output, StandardOutput out)
            throws IOException {
        TreeOptions place = output.isGiven() ? TreeOptions.plain() : optionsOf(environment);
        TreeOptions options = all ? place.unfolded() : place;
        output.or(out).show(text -> new TreeReportRenderer(options).render(report, text));
    }

    private static TreeOptions optionsOf(Environment environment) {
        return new TreeOptions(
                environment.charset(),
                environment.coloured(),
                environment.columns(TreeOptions.plain().columns()));
    }
}
