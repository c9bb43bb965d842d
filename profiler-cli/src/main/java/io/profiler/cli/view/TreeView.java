// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import io.profiler.cli.console.Environment;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.OutputFileOptions;
import io.profiler.report.Report;
import io.profiler.report.tree.TreeOptions;
import io.profiler.report.tree.TreeReportRenderer;
import java.io.IOException;

/** Draws a trace as a tree that fits the place where it is shown. */
public final class TreeView {

    private final Environment environment;

    public TreeView(Environment environment) {
        this.environment = environment;
    }

    /** Draws into the file that is asked for, else on standard output. */
    public void show(Report report, OutputFileOptions output, StandardOutput out) throws IOException {
        TreeOptions options = output.isGiven() ? TreeOptions.plain() : options();
        output.or(out).show(text -> new TreeReportRenderer(options).render(report, text));
    }

    /** Draws on standard output. */
    public void show(Report report, StandardOutput out) throws IOException {
        show(report, new OutputFileOptions(), out);
    }

    private TreeOptions options() {
        return new TreeOptions(
                environment.charset(),
                environment.coloured(),
                environment.columns(TreeOptions.plain().columns()));
    }
}
