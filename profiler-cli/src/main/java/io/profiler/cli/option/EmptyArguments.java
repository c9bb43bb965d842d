// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Arguments in which nothing stands, as a variable of a shell that is not set leaves them. Picocli fails to look for an
 * option in an empty text, so it gets a character instead that no argument of a process can hold.
 */
public final class EmptyArguments {

    private static final String MARK = "\0";

    /** Options for which nothing is a value: no error traces, as for osprofiler, and no body. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("--error-trace", "--data");

    private EmptyArguments() {}

    public static String[] marked(String... arguments) {
        return Stream.of(arguments)
                .map(argument -> argument.isEmpty() ? MARK : argument)
                .toArray(String[]::new);
    }

    /** The text without marks. */
    public static String unmarked(String text) {
        return text.replace(MARK, "");
    }

    /** @throws ParameterException if nothing is given where something is needed */
    public static void refuse(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            ParseResult result = command.getParseResult();
            result.matchedPositionals().forEach(positional -> refuse(positional, command));
            result.matchedOptions().stream()
                    .filter(option -> MAY_BE_EMPTY.stream().noneMatch(Set.of(option.names())::contains))
                    .forEach(option -> refuse(option, command));
        }
    }

    private static void refuse(ArgSpec argument, CommandLine command) {
        if (argument.originalStringValues().stream()
                .anyMatch(value -> unmarked(value).isBlank())) {
            throw new ParameterException(command, missing(argument));
        }
    }

    private static String missing(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? "Missing required parameter for option '" + option.longestName() + "' (" + option.paramLabel() + ")"
                : "Missing required parameter: '" + argument.paramLabel() + "'";
    }
}
