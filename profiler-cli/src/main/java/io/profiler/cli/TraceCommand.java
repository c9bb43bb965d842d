// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What can be done with stored traces. */
@Command(name = "trace", description = "Shows, lists and deletes stored traces.", synopsisSubcommandLabel = "COMMAND")
final class TraceCommand {

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();
}
