// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.EmptyArguments;
import io.profiler.cli.option.StandardOptions;
import io.profiler.propagation.SignedHeaders;
import java.net.http.HttpResponse;
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
        customSynopsis = "profiler request [METHOD] URL [--hmac-key KEY] [-H HEADER]... [-d DATA|@FILE] [--token]"
                + " [--unconfirmed]",
        description = {
            "Sends one request that is profiled, and prints the response and the id of the trace.",
            "Without a sign that it was profiled no id is printed, and the exit code is 1. The response's status does not"
                    + " matter. On a terminal what could control it is shown as escapes; a file or a pipe gets the body's"
                    + " bytes as they are."
        })
public final class RequestCommand implements ConsoleAction {

    private static final String UNCONFIRMED = "nothing says that the request was profiled: the answer has no "
            + SignedHeaders.TRACE_ID
            + " of this trace. The key may not be one of profiler.hmac-keys, profiler.enabled may not"
            + " be set, the application may take tokens alone (--token), or a proxy or another program answered. A Python"
            + " service never says so: with --unconfirmed its trace's id is printed all the same";

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

    @Option(
            names = "--unconfirmed",
            description =
                    "Print the id of the trace without a sign that there is one, as for a Python service, which never"
                            + " gives one.")
    private boolean unconfirmed;

    @Mixin
    private final HmacKeyOption hmacKey = new HmacKeyOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    public RequestCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        String key = hmacKey.key(environment);
        HttpExchange exchange = HttpExchange.to(target.get(target.size() - 1))
                .headers(headers)
                .body(method(), data == null ? null : EmptyArguments.unmarked(data));
        NewTrace trace = token ? NewTrace.byToken(method(), exchange.path(), key) : NewTrace.signedWith(key);
        HttpResponse<byte[]> response = exchange.signed(trace).send();
        out.println("HTTP/1.1 " + response.statusCode());
        new ResponseBody(response).print(out, environment);
        if (!unconfirmed && !isConfirmed(response, trace)) {
            out.flush();
            throw new CommandFailure(UNCONFIRMED);
        }
        out.println();
        out.println("Trace ID: " + trace.id());
        out.println("To show it: " + trace.showCommand(environment));
    }

    private static boolean isConfirmed(HttpResponse<?> response, NewTrace trace) {
        return response.headers().allValues(SignedHeaders.TRACE_ID).contains(trace.id());
    }

    private String method() {
        String otherwise = data == null ? "GET" : "POST";
        return target.size() == 1 ? otherwise : target.get(0).toUpperCase(Locale.ROOT);
    }
}
