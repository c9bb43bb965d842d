// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.internal.EditDistance;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Guesses which command or option was meant by what is none: one that a few letters make of it. */
final class Guess {

    private static final int MOST_LETTERS = 2;

    private Guess() {}

    /** What is wrong, with a guess if there is one. */
    static String complaint(UnmatchedArgumentException unmatched) {
        String given = unmatched.getUnmatched().get(0);
        CommandSpec command = unmatched.getCommandLine().getCommandSpec();
        boolean option = given.startsWith("-");
        Stream<String> known = option
                ? command.options().stream().map(OptionSpec::longestName)
                : command.subcommands().keySet().stream();
        return (option || command.subcommands().isEmpty()
                        ? unmatched.getMessage()
                        : "there is no command '" + given + "'")
                + nearest(given.split("=", 2)[0], known)
                        .map(meant -> " (did you mean '" + meant + "'?)")
                        .orElse("");
    }

    private static Optional<String> nearest(String given, Stream<String> known) {
        return known.filter(each -> EditDistance.between(given, each) <= MOST_LETTERS && each.length() > MOST_LETTERS)
                .min(Comparator.comparingInt(each -> EditDistance.between(given, each)));
    }
}
