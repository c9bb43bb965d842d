// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.cli.collect.CollectCommand;
import io.profiler.cli.completion.CompletionCommand;
import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.OriginalText;
import io.profiler.cli.console.OutputFailure;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.console.Subcommands;
import io.profiler.cli.console.VisibleErrors;
import io.profiler.cli.doctor.DoctorCommand;
import io.profiler.cli.option.StandardOptions;
import io.profiler.cli.request.HeadersCommand;
import io.profiler.cli.request.RequestCommand;
import io.profiler.cli.request.TokenCommand;
import io.profiler.cli.trace.TraceCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The {@code profiler} command: its exit code is 0, or 1 after one line on standard error that says what is wrong. */
@Command(
        name = "profiler",
        description = "Profiles single requests, and shows the traces that they leave.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"profiler request http://localhost:8080/ --show", "profiler last --open", "profiler help trace list"})
public final class ProfilerCommand {

    static {
        // A request to a service behind a proxy may need another host name; Java's client asks for this only once.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        // What no option is of, and what takes a tenth of the time of a short command to load.
        System.setProperty("picocli.converters.excludes", "java\\.(time|sql)\\..*");
    }

    private static final int HELP_COLUMNS = 80;
    private static final int WIDEST_HELP = 110;

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    private ProfilerCommand() {}

    /** Runs the command and ends the process. */
    public static void main(String[] arguments) {
        Environment environment = Environment.ofThisProcess();
        Charset errorCharset = Environment.charsetOf("stderr");
        Remarks remarks = new Remarks(System.err, errorCharset, Environment.areErrorsSeen());
        System.setErr(new VisibleErrors(new FileOutputStream(FileDescriptor.err), errorCharset));
        silenceLibraries();
        System.exit(run(environment, StandardOutput.in(environment.charset()), remarks, arguments));
    }

    /** The command with those in it that the arguments need. */
    static CommandLine in(Environment environment, String... arguments) {
        CommandLine commands = new Subcommands()
                .with("trace", following -> TraceCommand.in(environment, following))
                .with("last", following -> TraceCommand.last(environment))
                .with("request", following -> new RequestCommand(environment))
                .with("headers", following -> new HeadersCommand(environment))
                .with("token", following -> new TokenCommand(environment))
                .with("collect", following -> new CollectCommand(environment))
                .with("doctor", following -> new DoctorCommand(environment))
                .with("completion", following -> new CompletionCommand(() -> in(environment)))
                .with(HelpCommand.NAME, following -> new HelpCommand())
                .addTo(new CommandLine(new ProfilerCommand()), List.of(arguments));
        setVersion(commands);
        return commands;
    }

    private static void setVersion(CommandLine command) {
        command.getCommandSpec().versionProvider(() -> new String[] {Version.text()});
        command.getSubcommands().values().forEach(ProfilerCommand::setVersion);
    }

    /**
     * Runs the command.
     *
     * @return its exit code
     */
    static int run(Environment environment, StandardOutput out, Remarks remarks, String... seen) {
        try {
            if (Version.isAllThatIsAskedFor(seen)) {
                out.println(Version.text());
                out.flush();
                return 0;
            }
            String[] arguments =
                    HelpCommand.asOption(OriginalText.ofThisProcess().arguments(seen));
            int columns = Math.min(environment.columns(HELP_COLUMNS), WIDEST_HELP);
            return new ProfilerCommandLine(in(environment, arguments), out, remarks, columns).execute(arguments);
        } catch (CommandFailure unreadable) {
            remarks.add(String.valueOf(unreadable.getMessage()));
            return 1;
        } catch (OutputFailure failed) {
            if (!failed.isReaderGone()) {
                remarks.add(String.valueOf(failed.getMessage()));
            }
            return 1;
        }
    }

    /** Libraries that log by themselves would write to standard error, and show what our messages leave out. */
    private static void silenceLibraries() {
        System.setProperty("java.util.logging.config.class", NoLogging.class.getName());
    }
}
