// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.file;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.StandardOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a result goes.
 *
 * @param file the file, null for standard output
 * @param out standard output
 */
public record Destination(@Nullable OutputFile file, StandardOutput out) {

    /** Writes a result. */
    @FunctionalInterface
    public interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * Writes what is a file in UTF-8: the same bytes whatever the locale. A final newline is added on standard output, as by
     * osprofiler.
     *
     * @throws CommandFailure if the file cannot be written
     */
    public void write(Text text) throws IOException {
        if (file == null) {
            PrintWriter stream = out.file();
            text.writeTo(stream);
            stream.flush();
            out.println();
        } else {
            write(text, file);
        }
    }

    /** Writes text for people, which on standard output has no letter that the place cannot show. */
    public void show(Text text) throws IOException {
        if (file == null) {
            text.writeTo(out);
            out.println();
        } else {
            write(text, file);
        }
    }

    private static void write(Text text, OutputFile file) {
        file.write(path -> {
            try (Writer writer = writer(path)) {
                text.writeTo(writer);
            }
        });
    }

    /** Replaces what is no character, such as half a surrogate pair, and goes on. */
    public static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }
}
