// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Fish's: a line for each command and option, with the condition that the commands above it are there. */
final class FishCompletion {

    private final CommandLine root;

    FishCompletion(CommandLine root) {
        this.root = root;
    }

    String script() {
        return lines(root.getCommandSpec(), List.of()).collect(Collectors.joining("\n", "", "\n"));
    }

    private Stream<String> lines(CommandSpec command, List<String> path) {
        String when = when(command, path);
        Stream<String> commands = command.subcommands().entrySet().stream()
                .map(each -> when + " -f -a " + each.getKey()
                        + described(
                                each.getValue().getCommandSpec().usageMessage().description()));
        Stream<String> options = command.options().stream().map(option -> when + option(option));
        Stream<String> below = command.subcommands().entrySet().stream()
                .flatMap(each -> lines(
                        each.getValue().getCommandSpec(),
                        Stream.concat(path.stream(), Stream.of(each.getKey())).toList()));
        return Stream.of(commands, options, below).flatMap(each -> each);
    }

    private String when(CommandSpec command, List<String> path) {
        Stream<String> named = path.stream().map(name -> "__fish_seen_subcommand_from " + name);
        Stream<String> noneBelow = command.subcommands().isEmpty()
                ? Stream.empty()
                : Stream.of("not __fish_seen_subcommand_from "
                        + String.join(" ", command.subcommands().keySet()));
        String condition = Stream.concat(named, noneBelow).collect(Collectors.joining("; and "));
        return "complete -c " + root.getCommandName() + " -n '" + condition + "'";
    }

    private static String option(OptionSpec option) {
        String names = Stream.of(option.names())
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
        return names + (option.arity().min() > 0 ? " -r" : "") + described(option.description());
    }

    private static String described(String... description) {
        String words = String.join(" ", description);
        return " -d '" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
