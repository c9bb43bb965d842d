// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.option.EnvironmentVariable;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of a command for {@code man}: its help, in the language of roff. */
final class ManualPage {

    private static final int ON_ONE_LINE = 10_000;

    private final CommandSpec command;
    private final String version;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param version of the program
     */
    ManualPage(CommandLine command, String version) {
        this.command = command.getCommandSpec();
        this.version = version;
    }

    /** The name of the page. */
    String name() {
        return name(command);
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    String text() {
        String[] description = command.usageMessage().description();
        text.append(".TH \"%s\" 1 \"\" \"%s\"\n".formatted(escaped(name().toUpperCase(Locale.ROOT)), escaped(version)));
        section("NAME", escaped(name() + " - " + withoutStop(description[0])));
        section("SYNOPSIS", escaped(synopsis()));
        section("DESCRIPTION", Stream.of(description).map(ManualPage::escaped).collect(Collectors.joining("\n.br\n")));
        list("ARGUMENTS", command.positionalParameters(), PositionalParamSpec::paramLabel, HelpPage::description);
        list("OPTIONS", HelpPage.options(command), HelpPage::names, HelpPage::description);
        list("COMMANDS", below(), ManualPage::name, each -> each.usageMessage().description()[0]);
        list(
                "ENVIRONMENT",
                EnvironmentVariable.of(command),
                EnvironmentVariable::name,
                EnvironmentVariable::description);
        examples();
        seeAlso();
        return text.toString();
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private String synopsis() {
        command.usageMessage().width(ON_ONE_LINE);
        return new Help(command, Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private List<CommandSpec> below() {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();
    }

    private void section(String heading, String content) {
        text.append(".SH ").append(heading).append("\n").append(content).append("\n");
    }

    private <T> void list(String heading, List<T> entries, Function<T, String> name, Function<T, String> description) {
        if (!entries.isEmpty()) {
            section(
                    heading,
                    entries.stream()
                            .map(each -> ".TP\n\\fB" + escaped(name.apply(each)) + "\\fR\n"
                                    + escaped(description.apply(each)))
                            .collect(Collectors.joining("\n")));
        }
    }

    private void examples() {
        String[] examples = command.usageMessage().footer();
        if (examples.length > 0) {
            section(
                    "EXAMPLES",
                    Stream.of(examples).map(ManualPage::escaped).collect(Collectors.joining("\n", ".nf\n", "\n.fi")));
        }
    }

    private void seeAlso() {
        String others = Stream.concat(Stream.ofNullable(command.parent()), below().stream())
                .map(each -> "\\fB" + escaped(name(each)) + "\\fR(1)")
                .collect(Collectors.joining(",\n"));
        if (!others.isEmpty()) {
            section("SEE ALSO", others);
        }
    }

    /** What roff takes for text: signs that are copied into a shell stay what they are, and no line begins a request. */
    private static String escaped(String line) {
        String text = line.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha")
                .replace("`", "\\(ga");
        return text.startsWith(".") ? "\\&" + text : text;
    }
}
