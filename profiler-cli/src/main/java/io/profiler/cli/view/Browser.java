// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.view;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The browser of the person who is asking: the first that can be started. */
final class Browser {

    private static final String VARIABLE = "BROWSER";

    private final List<BrowserCommand> commands;

    private Browser(List<BrowserCommand> commands) {
        this.commands = commands;
    }

    /** Those that a variable names, else the one of the desktop. */
    static Browser in(Environment environment) {
        String named = environment.variable(VARIABLE);
        List<BrowserCommand> commands = named == null ? List.of() : BrowserCommand.list(named);
        return new Browser(commands.isEmpty() ? List.of(ofDesktop()) : commands);
    }

    private static BrowserCommand ofDesktop() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return new BrowserCommand(
                system.startsWith("windows")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler")
                        : List.of(system.startsWith("mac") ? "open" : "xdg-open"));
    }

    /**
     * Opens a page, and does not wait for the browser's end.
     *
     * @throws CommandFailure if none can be started
     */
    void open(Path page) {
        if (commands.stream().noneMatch(command -> isStarted(command, page))) {
            throw new CommandFailure(
                    commands.stream().map(BrowserCommand::program).collect(Collectors.joining("' and '", "'", "'"))
                            + " cannot be started; the page is in " + page
                            + ", or set BROWSER to a program that shows it");
        }
    }

    private static boolean isStarted(BrowserCommand command, Path page) {
        try {
            new ProcessBuilder(command.showing(page.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException missing) {
            return false;
        }
    }
}
