// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import picocli.CommandLine.Option;

/** The options that every command has. */
public final class StandardOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;
}
