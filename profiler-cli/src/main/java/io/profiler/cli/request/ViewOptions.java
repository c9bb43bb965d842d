// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Progress;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.cli.option.OutputFileOptions;
import io.profiler.cli.option.StoredTraces;
import io.profiler.cli.view.PageView;
import io.profiler.cli.view.TreeView;
import io.profiler.report.Report;
import io.profiler.report.html.HtmlReportRenderer;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether the trace is shown at once, and how. */
@SuppressWarnings("try")
final class ViewOptions {

    @Option(names = "--show", description = "Show the trace as a tree.")
    private boolean tree;

    @Option(names = "--html", description = "Show the trace as a page: into --out FILE, or a pipe.")
    private boolean html;

    @Mixin
    private final TreeView treeView = new TreeView();

    @Mixin
    private final OutputFileOptions output = new OutputFileOptions();

    @Mixin
    private final ConnectionStringOption connectionString = new ConnectionStringOption();

    boolean isGiven() {
        return tree || isPage();
    }

    /** A page in a pipe is all that stands there. */
    boolean isAlone() {
        return html && !output.isOpened() && !output.isGiven();
    }

    private boolean isPage() {
        return html || output.isOpened();
    }

    /**
     * To be called before a request is sent.
     *
     * @throws CommandFailure if nothing can be shown
     */
    void check(Environment environment, Remarks remarks) {
        output.check(false);
        if (tree && isPage()) {
            throw new CommandFailure("--show draws a tree, --html and --open show a page: give one of them");
        }
        if (output.isGiven() && !isGiven()) {
            throw new CommandFailure("--out is for what --show or --html make");
        }
        if (isPage()) {
            new PageView(environment, output).check();
        }
        if (isGiven()) {
            connectionString.open(environment, remarks).close();
        }
    }

    void show(NewTrace trace, Environment environment, StandardOutput out, Remarks remarks) throws IOException {
        Report report;
        try (StoredTraces store = connectionString.open(environment, remarks)) {
            try (Progress told = Progress.of("Waiting for the trace", environment, remarks)) {
                report = new ArrivingTrace(store, trace.id()).await();
            }
        }
        if (isPage()) {
            new PageView(environment, output).show(text -> new HtmlReportRenderer().render(report, text), out, remarks);
        } else {
            treeView.show(report, environment, output, out);
        }
    }
}
