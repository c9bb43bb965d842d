// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Progress;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.file.Destination;
import io.profiler.cli.file.Destination.Text;
import io.profiler.cli.file.FileFailure;
import io.profiler.cli.option.OutputFileOptions;
import java.io.IOException;
import java.nio.file.Path;

/** Brings a page to where it can be looked at: a browser, a file or a pipe, but no terminal. */
@SuppressWarnings("try")
public final class PageView {

    private final Environment environment;
    private final OutputFileOptions output;

    public PageView(Environment environment, OutputFileOptions output) {
        this.environment = environment;
        this.output = output;
    }

    /**
     * To be called before the page is made.
     *
     * @throws CommandFailure if it would go to a terminal
     */
    public void check() {
        if (environment.terminal() && !output.isGiven() && !output.isOpened()) {
            throw new CommandFailure("a page is for a browser: add --open to see it there, or --out FILE to keep it");
        }
    }

    /** Writes the page, and opens it if that was asked for. */
    public void show(Text page, StandardOutput out, Remarks remarks) throws IOException {
        if (!output.isOpened()) {
            write(page, output.or(out), remarks);
            return;
        }
        Path file = output.orElse(this::ofItsOwn);
        write(page, new Destination(output.at(file), out), remarks);
        Browser.in(environment).open(file);
        remarks.addLine("Page: " + file);
    }

    private void write(Text page, Destination destination, Remarks remarks) throws IOException {
        try (Progress told = Progress.of("Writing the page", environment, remarks)) {
            destination.write(page);
        }
    }

    /** It stays there, for nobody knows when a browser has read it. */
    private Path ofItsOwn() {
        try {
            return new PageFolder(environment).newFile();
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot write " + FileFailure.in(unwritable, Path.of("a temporary file")));
        }
    }
}
