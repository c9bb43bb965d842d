// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in the list of commands; what it does is done by the option {@code --help} of the command that it names. */
@Command(description = "Shows the help of a command.")
final class HelpCommand {

    static final String NAME = "help";

    private static final Set<String> OPTIONS = Set.of("-h", "--help");

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command.")
    private String[] command = {};

    /** To ask for help of a command in another way, and not to name one, is to ask for its help. */
    static String[] asOption(String... arguments) {
        boolean byName = arguments.length > 0 && arguments[0].equals(NAME);
        Stream<String> named =
                Stream.of(arguments).skip(byName ? 1 : 0).filter(argument -> !OPTIONS.contains(argument));
        return byName || arguments.length == 0
                ? Stream.concat(named, Stream.of("--help")).toArray(String[]::new)
                : arguments;
    }
}
