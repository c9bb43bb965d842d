// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

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
        return known.filter(each -> distance(given, each) <= MOST_LETTERS && each.length() > MOST_LETTERS)
                .min(Comparator.comparingInt(each -> distance(given, each)));
    }

    /** Letters to add, leave out, change, or swap with their neighbour. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, one, i, other, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int least(int[][] steps, String one, int i, String other, int j) {
        int changed = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
