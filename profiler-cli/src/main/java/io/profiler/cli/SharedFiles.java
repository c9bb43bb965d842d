// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.completion.CompletionCommand;
import io.profiler.cli.console.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** What is installed beside the command: its manual, and the scripts with which shells complete it. Run by the build. */
public final class SharedFiles {

    private final Path folder;

    private SharedFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes the files into a folder, the only argument. */
    public static void main(String[] arguments) throws IOException {
        CommandLine command = ProfilerCommand.in(new Environment(Map.of(), StandardCharsets.UTF_8, false, false));
        SharedFiles files = new SharedFiles(Path.of(arguments[0]));
        files.writeManual(command);
        files.write("bash-completion/completions", "profiler", CompletionCommand.ofBash(command));
        files.write("fish/vendor_completions.d", "profiler.fish", CompletionCommand.ofFish(command));
    }

    private void writeManual(CommandLine command) throws IOException {
        ManualPage page = new ManualPage(command, Version.text());
        write("man/man1", page.name() + ".1", page.text());
        for (CommandLine below : command.getSubcommands().values()) {
            writeManual(below);
        }
    }

    private void write(String place, String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(place)).resolve(name), text);
    }
}
