// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.file.Destination;
import io.profiler.cli.option.OutputFileOptions;
import io.profiler.report.Report;
import io.profiler.report.format.DotReportRenderer;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Draws a trace with Graphviz's {@code dot} program. */
final class GraphvizProgram {

    private static final Set<String> FORMATS = Set.of("pdf", "svg", "png");
    private static final String DEFAULT_FORMAT = "pdf";

    private final String program;
    private final Duration patience;

    GraphvizProgram(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /** A graph of many thousand nodes takes hours. */
    static GraphvizProgram dot() {
        return new GraphvizProgram("dot", Duration.ofMinutes(1));
    }

    /**
     * Draws into a file: of the format that its name ends with, else, as osprofiler does, into a PDF whose name has
     * {@code .pdf} added.
     *
     * @throws CommandFailure if that is not possible
     */
    void draw(Report report, Path file, OutputFileOptions output) throws IOException {
        Path graph = Files.createTempFile("profiler", ".dot");
        Path messages = Files.createTempFile("profiler", ".txt");
        try {
            try (Writer writer = Destination.writer(graph)) {
                new DotReportRenderer().render(report, writer);
            }
            output.at(target(file)).write(drawing -> {
                Process process = start(graph, messages, "-T" + format(file), "-o" + drawing.toAbsolutePath());
                await(process, messages);
            });
        } finally {
            Files.delete(graph);
            Files.delete(messages);
        }
    }

    private static Path target(Path file) {
        return FORMATS.contains(extension(file)) ? file : Path.of(file + "." + DEFAULT_FORMAT);
    }

    private static String format(Path file) {
        return FORMATS.contains(extension(file)) ? extension(file) : DEFAULT_FORMAT;
    }

    private static String extension(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private Process start(Path graph, Path messages, String... options) {
        try {
            return new ProcessBuilder(program, options[0], options[1])
                    .redirectInput(graph.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(messages.toFile())
                    .start();
        } catch (IOException missing) {
            throw new CommandFailure("--render-dot needs Graphviz's '" + program
                    + "' program, which cannot be started; install Graphviz, or use --dot");
        }
    }

    private void await(Process process, Path messages) throws IOException {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CommandFailure("'" + program + "' has not drawn the trace within " + patience.toSeconds()
                        + " seconds; it may be too large, use another format");
            }
            if (process.exitValue() != 0) {
                throw new CommandFailure("'" + program + "' cannot draw the trace: " + firstLine(messages));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while '" + program + "' drew the trace");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String firstLine(Path messages) throws IOException {
        String text = new String(Files.readAllBytes(messages), StandardCharsets.UTF_8);
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("it gives no reason");
    }
}
