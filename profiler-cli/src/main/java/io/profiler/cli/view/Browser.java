// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The browser of the person who is asking. */
final class Browser {

    private static final String VARIABLE = "BROWSER";

    private final List<String> program;

    private Browser(List<String> program) {
        this.program = program;
    }

    /** The one that a variable names, else the one of the desktop. */
    static Browser in(Environment environment) {
        String named = environment.variable(VARIABLE);
        return new Browser(named == null ? ofDesktop() : List.of(named));
    }

    private static List<String> ofDesktop() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler")
                : List.of(system.startsWith("mac") ? "open" : "xdg-open");
    }

    /**
     * Opens a page, and does not wait for the browser's end.
     *
     * @throws CommandFailure if it cannot be started
     */
    void open(Path page) {
        List<String> command = new ArrayList<>(program);
        command.add(page.toString());
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new CommandFailure("'" + program.get(0) + "' cannot be started; the page is in " + page
                    + ", or set BROWSER to a program that shows it");
        }
    }
}
