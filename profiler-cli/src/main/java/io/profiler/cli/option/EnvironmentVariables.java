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
public record EnvironmentVariables(String name, String description) {

    /** By the option in place of which each stands. */
    private static final Map<String, EnvironmentVariables> BY_OPTION = Map.of(
            "--connection-string",
            new EnvironmentVariables(ConnectionStringOption.VARIABLE, "Where traces are: --connection-string."),
            "--hmac-key",
            new EnvironmentVariables("OS_PROFILE", "The key to sign with: --hmac-key."),
            "--store-path",
            new EnvironmentVariables("PROFILER_STORE_PATH", "Jars of stores and drivers: --store-path."),
            "--transport-url",
            new EnvironmentVariables("OS_DEFAULT__TRANSPORT_URL", "Where RabbitMQ is: --transport-url."),
            "--open",
            new EnvironmentVariables("BROWSER", "The program that --open starts."));

    private static final List<EnvironmentVariables> OF_ALL = List.of(
            new EnvironmentVariables("COLUMNS", "How wide lines may be, in place of the terminal's width."),
            new EnvironmentVariables("NO_COLOR", "If set, nothing is coloured."),
            new EnvironmentVariables("JAVA_HOME", "The Java that bin/profiler starts."),
            new EnvironmentVariables("PROFILER_JAVA_OPTIONS", "Its options, such as -Xmx8g for large traces."),
            new EnvironmentVariables("XDG_CACHE_HOME", "Where bin/profiler keeps what makes it start faster."));

    /** Those of a command; those of all stand in the help of the one that has the others in it. */
    public static List<EnvironmentVariables> of(CommandSpec command) {
        return command.parent() == null
                ? OF_ALL
                : command.optionsMap().keySet().stream()
                        .filter(BY_OPTION::containsKey)
                        .sorted()
                        .map(BY_OPTION::get)
                        .toList();
    }
}
