// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.report.tree.TreeOptions;
import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What a command knows of the place it runs in.
 *
 * @param environment environment variables
 * @param charset charset of standard output
 * @param terminal whether a person sees standard output
 */
record Surroundings(Map<String, String> environment, Charset charset, boolean terminal) {

    private static final Pattern COLUMNS = Pattern.compile("[0-9]{1,4}");

    static Surroundings ofThisProcess() {
        return new Surroundings(System.getenv(), charsetOfStandardOutput(), isTerminal(System.console()));
    }

    /** Java 17 knows the charset by another name, and only when standard output is a terminal. */
    private static Charset charsetOfStandardOutput() {
        return Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
                .map(name -> System.getProperty(name, ""))
                .filter(name -> !name.isEmpty())
                .map(Surroundings::charset)
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.US_ASCII;
        }
    }

    /** Since Java 22 there may be a console without a terminal, and a method that tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** Value of an environment variable, null if it is not set or empty. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** How to draw a tree on standard output. */
    TreeOptions treeOptions() {
        return new TreeOptions(charset, coloured(), columns());
    }

    private int columns() {
        String columns = variable("COLUMNS");
        if (columns != null && COLUMNS.matcher(columns).matches()) {
            return Integer.parseInt(columns);
        }
        return terminal
                ? new UsageMessageSpec().autoWidth(true).width()
                : TreeOptions.plain().columns();
    }

    /** Whether to mark up with colours: see no-color.org. */
    boolean coloured() {
        return terminal && variable("NO_COLOR") == null && !"dumb".equals(variable("TERM"));
    }
}
