// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * An environment variable that a command looks at.
 *
 * @param name its name
 * @param description what it says
 */
public record EnvironmentVariable(String name, String description) {

    /** By the option in place of which each stands. */
    private static final Map<String, EnvironmentVariable> BY_OPTION = Map.of(
            "--connection-string",
            new EnvironmentVariable(ConnectionStringOption.VARIABLE, "Where traces are: --connection-string."),
            "--hmac-key",
            new EnvironmentVariable("OS_PROFILE", "The key to sign with: --hmac-key."),
            "--store-path",
            new EnvironmentVariable(StorePathOption.VARIABLE, "Jars of stores and drivers: --store-path."),
            "--transport-url",
            new EnvironmentVariable(TransportUrlOption.VARIABLE, "Where RabbitMQ is: --transport-url."),
            "--open",
            new EnvironmentVariable(
                    "BROWSER",
                    "The program that --open starts, or several with ':' between them, of which the first is taken that is there."));

    private static final List<EnvironmentVariable> OF_ALL = List.of(
            new EnvironmentVariable("COLUMNS", "How wide lines may be, in place of the terminal's width."),
            new EnvironmentVariable("NO_COLOR", "If set, nothing is coloured."),
            new EnvironmentVariable("JAVA_HOME", "The Java that bin/profiler starts."),
            new EnvironmentVariable("PROFILER_JAVA_OPTIONS", "Its options, such as -Xmx8g for large traces."),
            new EnvironmentVariable("XDG_CACHE_HOME", "Where bin/profiler keeps what makes it start faster."));

    /** Those of a command; those of all stand in the help of the one that has the others in it. */
    public static List<EnvironmentVariable> of(CommandSpec command) {
        return command.parent() == null
                ? OF_ALL
                : command.optionsMap().keySet().stream()
                        .filter(BY_OPTION::containsKey)
                        .sorted()
                        .map(BY_OPTION::get)
                        .toList();
    }
}
