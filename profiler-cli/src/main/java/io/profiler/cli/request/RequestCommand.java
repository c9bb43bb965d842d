// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.EmptyArguments;
import io.profiler.cli.option.StandardOptions;
import io.profiler.propagation.Allowance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends one request to be profiled. */
@Command(
        name = "request",
        customSynopsis =
                "profiler request [METHOD] URL [--show | --html | --open] [-n TIMES] [-H HEADER]... [-d DATA|@FILE]",
        description = {
            "Sends one request that is profiled, and prints the response and the id of the trace.",
            "Without a sign that it was profiled no id is printed, and the exit code is 4. The response's status does not"
                    + " matter. On a terminal what could control it is shown as escapes; a file or a pipe gets the body's"
                    + " bytes as they are, as they come.",
            "An answer that does not end, as a stream of events, is read until --max-time; Ctrl-C ends it, too, and its"
                    + " trace is told on standard error."
        },
        footer = {
            "profiler request http://localhost:8080/owners/1 --show",
            "profiler request http://localhost:8080/owners/1 -n 20 --open",
            "profiler request http://localhost:8080/owners/1 --samples --open",
            "profiler request http://localhost:8080/events --max-time 10s --show",
            "profiler request POST http://localhost:8080/orders -d @order.json"
        })
public final class RequestCommand implements ConsoleAction {

    private final Environment environment;

    @Parameters(
            arity = "1..2",
            paramLabel = "[METHOD] URL",
            hideParamSyntax = true,
            description = "What to request; without METHOD it is GET, or POST with data.")
    private List<String> target = new ArrayList<>();

    @Option(
            names = {"-H", "--header"},
            paramLabel = "HEADER",
            description = "A header, 'Name: value'; may be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = {"-d", "--data"},
            paramLabel = "DATA|@FILE",
            description = "The body, or the file with it; without a header Content-Type it is sent as JSON.")
    private @Nullable String data;

    @Option(
            names = "--token",
            description =
                    "Ask by a token for this path and method, valid for a minute, instead of OSprofiler's headers: for"
                            + " a service with profiler.accept=strict.")
    private boolean token;

    @Mixin
    private final SamplesOption samples = new SamplesOption();

    @Mixin
    private final MethodsOption traceMethods = new MethodsOption();

    @Option(
            names = "--unconfirmed",
            description =
                    "Print the id of the trace without a sign that there is one, as for a Python service, which never"
                            + " gives one.")
    private boolean unconfirmed;

    @Option(
            names = "-n",
            paramLabel = "TIMES",
            defaultValue = "1",
            description =
                    "Send the request so many times, each with a trace of its own, and print how long they took; what"
                            + " is shown then is the one in the middle.")
    private int times;

    @Mixin
    private final MaxTimeOption maxTime = new MaxTimeOption();

    @Mixin
    private final ViewOptions view = new ViewOptions();

    @Mixin
    private final HmacKeyOption hmacKey = new HmacKeyOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    public RequestCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) throws IOException {
        String key = hmacKey.key(environment);
        HttpExchange exchange = HttpExchange.to(target.get(target.size() - 1))
                .headers(headers)
                .body(method(), data == null ? null : EmptyArguments.unmarked(data));
        if (times < 1) {
            throw new CommandFailure("-n is how many times to send the request, at least once");
        }
        maxTime.check();
        view.check(environment, remarks);
        ProfiledRequest request = new ProfiledRequest(exchange, method(), key, allowance());
        RequestRun run = new RequestRun(request, maxTime, unconfirmed, view, environment, remarks);
        if (times > 1) {
            run.times(times, out);
        } else {
            run.once(out);
        }
    }

    /** Headers of OSprofiler's can ask for nothing more than a trace. */
    private @Nullable Allowance allowance() {
        Allowance allowance = Allowance.UNLIMITED.sampled(samples.period()).traced(traceMethods.methods());
        return token || !allowance.equals(Allowance.UNLIMITED) ? allowance : null;
    }

    private String method() {
        String otherwise = data == null ? "GET" : "POST";
        return target.size() == 1 ? otherwise : target.get(0).toUpperCase(Locale.ROOT);
    }
}
