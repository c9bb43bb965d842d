// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What a command knows of the place it runs in.
 *
 * @param variables environment variables
 * @param charset charset of standard output: that of a terminal, else UTF-8, so that files and pipes get the same bytes
 * @param terminal whether a person sees standard output
 * @param osprofiler whether the program was called by the name of OSprofiler's command
 */
public record Environment(Map<String, String> variables, Charset charset, boolean terminal, boolean osprofiler) {

    private static final Pattern COLUMNS = Pattern.compile("[0-9]{1,4}");
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final Path DESCRIPTOR = Path.of("/dev/fd/1");
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final Path ERROR_DESCRIPTOR = Path.of("/dev/fd/2");
    private static final int FILE_TYPE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/.+|tty.*|console)");

    public static Environment ofThisProcess() {
        boolean terminal = isTerminal(System.console()) || leadsToTerminal(STANDARD_OUTPUT, DESCRIPTOR);
        return new Environment(
                OriginalText.ofThisProcess().environment(System.getenv()),
                terminal ? charsetOf("stdout") : StandardCharsets.UTF_8,
                terminal,
                isOsprofiler(System.getProperty("profiler.program", System.getProperty("java.class.path", ""))));
    }

    /** Whether a person sees standard error. */
    public static boolean areErrorsSeen() {
        return leadsToTerminal(STANDARD_ERROR, ERROR_DESCRIPTOR);
    }

    /** Charset of a standard stream. Java 17 knows it by another name, and only for a terminal. */
    public static Charset charsetOf(String stream) {
        for (String property : List.of(stream + ".encoding", "sun." + stream + ".encoding", "native.encoding")) {
            String name = System.getProperty(property, "");
            if (!name.isEmpty()) {
                return charset(name);
            }
        }
        return StandardCharsets.UTF_8;
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

    /** Java takes nothing for a terminal whose input comes from somewhere else. */
    private static boolean leadsToTerminal(Path stream, Path descriptor) {
        try {
            return TERMINAL.matcher(Files.readSymbolicLink(stream).toString()).matches();
        } catch (IOException | UnsupportedOperationException otherSystem) {
            return isCharacterDevice(descriptor);
        }
    }

    /** What a terminal is where there is no {@code /proc}, as on macOS. */
    static boolean isCharacterDevice(Path path) {
        try {
            return ((int) Files.getAttribute(path, "unix:mode") & FILE_TYPE) == CHARACTER_DEVICE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException otherSystem) {
            return false;
        }
    }

    /**
     * @param program the launcher's name, or the jar, where one was started
     */
    public static boolean isOsprofiler(String program) {
        return new File(program).getName().matches("osprofiler(\\.jar)?");
    }

    /**
     * Value of an environment variable, null if it is not set or empty.
     *
     * @throws CommandFailure if this locale cannot take its letters
     */
    public @Nullable String variable(String name) {
        String value = variables.get(name);
        if (value != null && value.contains(OriginalText.LOST)) {
            throw new CommandFailure("this locale cannot take the letters of " + name + "; set LC_ALL=C.UTF-8");
        }
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * How wide lines may be.
     *
     * @param otherwise for what is no terminal, unless a variable says
     */
    public int columns(int otherwise) {
        String columns = variable("COLUMNS");
        if (columns != null && COLUMNS.matcher(columns).matches()) {
            return Integer.parseInt(columns);
        }
        return terminal ? new UsageMessageSpec().autoWidth(true).width() : otherwise;
    }

    /** Whether to mark up with colours: see no-color.org. */
    public boolean coloured() {
        return terminal && variable("NO_COLOR") == null && !"dumb".equals(variable("TERM")) && takesEscapes();
    }

    /** Windows' own console may show escapes as letters; the terminals that do not give their variables. */
    private boolean takesEscapes() {
        return !"Windows_NT".equals(variable("OS"))
                || "ON".equals(variable("ConEmuANSI"))
                || Stream.of("WT_SESSION", "ANSICON", "TERM").anyMatch(name -> variable(name) != null);
    }
}
