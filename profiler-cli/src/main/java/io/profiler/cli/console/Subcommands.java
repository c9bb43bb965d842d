// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands that are in another. Each is made when it is asked for: to make all takes longer than most of them run. */
public final class Subcommands {

    private static final Set<String> ASK_FOR_VERSION = Set.of("-v", "--version");

    private final Map<String, Function<List<String>, Object>> byName = new LinkedHashMap<>();

    /**
     * Adds a command.
     *
     * @param command makes it for the arguments that follow its name
     */
    public Subcommands with(String name, Function<List<String>, Object> command) {
        byName.put(name, command);
        return this;
    }

    /**
     * The command with the one in it that the arguments name, or with all: whoever names none needs to see them.
     *
     * @param arguments those that follow the name of the command
     */
    public CommandLine addTo(CommandLine command, List<String> arguments) {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        Function<List<String>, Object> named = byName.get(first);
        if (named != null) {
            command.addSubcommand(first, named.apply(arguments.subList(1, arguments.size())));
        } else if (!ASK_FOR_VERSION.contains(first)) {
            byName.forEach((name, each) -> command.addSubcommand(name, each.apply(List.of())));
        }
        return command;
    }
}
