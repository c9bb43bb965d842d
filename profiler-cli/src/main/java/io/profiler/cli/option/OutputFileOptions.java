// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.file.Destination;
import io.profiler.cli.file.OutputFile;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says into which file a result goes, and who may read it. */
public final class OutputFileOptions {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            converter = FileNameConverter.class,
            description = "Write to a file, which nobody else may read.")
    private @Nullable Path file;

    @Option(
            names = "--public",
            description = "Let others read the file: it gets the rights that a new file usually has.")
    private boolean readableByAll;

    @Option(names = "--open", description = "Show a page in the browser: that of BROWSER, else the desktop's.")
    private boolean opened;

    public boolean isGiven() {
        return file != null;
    }

    /**
     * Refuses to make public what is no file.
     *
     * @param otherFile whether another option names a file
     * @throws CommandFailure if there is none
     */
    public void check(boolean otherFile) {
        if (readableByAll && file == null && !opened && !otherFile) {
            throw new CommandFailure("--public is for a file; name one with --out");
        }
    }

    /** Whether a browser is to show the result. */
    public boolean isOpened() {
        return opened;
    }

    /** The file that is asked for, else another. */
    public Path orElse(Supplier<Path> otherwise) {
        return file == null ? otherwise.get() : file;
    }

    /** A file with the rights that the options ask for. */
    public OutputFile at(Path path) {
        return new OutputFile(path, readableByAll);
    }

    /** The place for the result: the file, else standard output. */
    public Destination or(StandardOutput out) {
        return new Destination(file == null ? null : at(file), out);
    }
}
