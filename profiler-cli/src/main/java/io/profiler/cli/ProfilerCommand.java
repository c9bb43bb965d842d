// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The {@code profiler} command: its exit code is 0, or 1 after one line on standard error that says what is wrong. */
@Command(
        name = "profiler",
        description = "Profiles single requests, and shows the traces that they leave.",
        synopsisSubcommandLabel = "COMMAND")
public final class ProfilerCommand {

    static {
        // A request to a service behind a proxy may need another host name; Java's client asks for this only once.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    private ProfilerCommand() {}

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        Surroundings surroundings = Surroundings.ofThisProcess();
        PrintWriter out = new PrintWriter(StandardOutput.in(surroundings.charset()));
        System.exit(ProfilerCommandLine.in(surroundings, new ProfilerCommand())
                .setOut(out)
                .execute(arguments));
    }

    static ProfilerCommand create() {
        return new ProfilerCommand();
    }
}
