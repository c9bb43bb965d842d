// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.option.EnvironmentVariable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of a command, in lines that end between words. */
final class HelpPage {

    private static final String INDENT = "  ";
    private static final int NAMES = 26;

    private final CommandSpec command;
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    HelpPage(CommandLine command, int columns) {
        this.command = command.getCommandSpec();
        this.columns = Math.max(columns, 2 * NAMES);
    }

    String text() {
        command.usageMessage().width(columns);
        Help help = new Help(command, Help.defaultColorScheme(Ansi.OFF));
        text.append(help.synopsisHeading()).append(help.synopsis(help.synopsisHeadingLength()));
        for (String line : command.usageMessage().description()) {
            text.append(Words.of(line).in(columns));
        }
        list("Arguments", command.positionalParameters(), PositionalParamSpec::paramLabel, HelpPage::description);
        list("Options", options(command), HelpPage::names, HelpPage::description);
        list(
                "Commands",
                List.copyOf(command.subcommands().entrySet()),
                entry -> entry.getKey(),
                entry -> first(entry.getValue()));
        list(
                "Environment",
                EnvironmentVariable.of(command),
                EnvironmentVariable::name,
                EnvironmentVariable::description);
        examples();
        return text.toString();
    }

    static List<OptionSpec> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(option -> option.longestName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private <T> void list(String heading, List<T> entries, Function<T, String> name, Function<T, String> description) {
        if (!entries.isEmpty()) {
            text.append("\n").append(heading).append(":\n");
            entries.forEach(entry -> text.append(entry(name.apply(entry), description.apply(entry))));
        }
    }

    /** A long name has a line of its own. */
    private String entry(String name, String description) {
        String below = " ".repeat(NAMES);
        String described = Words.of(description).in(columns - NAMES).indent(NAMES);
        String named = INDENT + name;
        return named.length() < NAMES
                ? named + " ".repeat(NAMES - named.length()) + described.substring(below.length())
                : named + "\n" + described;
    }

    static String names(OptionSpec option) {
        String names = Stream.of(option.names())
                .sorted(Comparator.comparingInt(String::length))
                .collect(Collectors.joining(", "));
        String value = option.arity().max() == 0
                ? ""
                : option.arity().min() == 0 ? "[=" + option.paramLabel() + "]" : " " + option.paramLabel();
        return names + value;
    }

    static String description(ArgSpec argument) {
        return String.join(" ", argument.description()).replace("%%", "%");
    }

    private static String first(CommandLine described) {
        return described.getCommandSpec().usageMessage().description()[0];
    }

    private void examples() {
        String[] examples = command.usageMessage().footer();
        if (examples.length > 0) {
            text.append("\nExamples:\n");
            Arrays.stream(examples)
                    .forEach(example -> text.append(INDENT).append(example).append("\n"));
        }
    }
}
