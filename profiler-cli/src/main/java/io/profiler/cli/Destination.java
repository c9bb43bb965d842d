// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a result goes.
 *
 * @param file the file, null for standard output
 * @param out standard output
 */
record Destination(@Nullable Path file, PrintWriter out) {

    /** Writes a result. */
    @FunctionalInterface
    interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * Writes the result, with a final newline only on standard output, as osprofiler does.
     *
     * @throws CommandFailure if the file cannot be written
     */
    void write(Text text) throws IOException {
        if (file == null) {
            text.writeTo(out);
            out.println();
        } else {
            write(text, file);
        }
    }

    private static void write(Text text, Path file) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            text.writeTo(writer);
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot write " + FileFailure.in(unwritable, file));
        }
    }
}
