// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.completion;

import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.StandardOptions;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a script with which a shell completes commands and options. */
@Command(
        description = {
            "Prints a script with which a shell completes commands and options.",
            "In ~/.bashrc:              source <(profiler completion bash)",
            "In ~/.zshrc:               source <(profiler completion zsh)",
            "In ~/.config/fish/config.fish:  profiler completion fish | source"
        })
public final class CompletionCommand implements ConsoleAction {

    private final Supplier<CommandLine> all;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.BASH;

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    /**
     * @param all the whole command
     */
    public CompletionCommand(Supplier<CommandLine> all) {
        this.all = all;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        CommandLine command = all.get();
        out.print(shell.script.apply(command));
    }

    /** The script of bash. */
    public static String ofBash(CommandLine command) {
        return Shell.BASH.script.apply(command);
    }

    /** The script of fish. */
    public static String ofFish(CommandLine command) {
        return Shell.FISH.script.apply(command);
    }

    /** Zsh reads bash's script: it asks for its own reader of such at the beginning. */
    private enum Shell {
        BASH(command -> AutoComplete.bash(command.getCommandName(), command)),
        ZSH(BASH.script),
        FISH(command -> new FishCompletion(command).script());

        private final Function<CommandLine, String> script;

        Shell(Function<CommandLine, String> script) {
            this.script = script;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
