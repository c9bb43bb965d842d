// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.propagation.SignedHeaders;
import java.io.IOException;
import java.io.PrintWriter;
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
        customSynopsis = "profiler request [METHOD] URL [--hmac-key KEY] [-H HEADER]... [-d DATA|@FILE]",
        description = "Sends one request that is profiled, and prints the response and the id of the trace.")
final class RequestCommand implements ConsoleAction {

    private final Surroundings surroundings;

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

    @Mixin
    private final HmacKeyOption hmacKey = new HmacKeyOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    RequestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run(PrintWriter out, PrintWriter err) throws IOException {
        NewTrace trace = NewTrace.signedWith(hmacKey.key(surroundings));
        HttpResponse<String> response = HttpExchange.to(target.get(target.size() - 1))
                .headers(headers)
                .body(method(), data)
                .signed(trace.headers())
                .send();
        print(response, trace, out);
        if (!response.headers().allValues(SignedHeaders.TRACE_ID).contains(trace.id())) {
            err.println("profiler: the service gave no sign that it profiled the request; check the key and"
                    + " profiler.enabled (a Python service never gives one)");
            err.flush();
        }
    }

    private String method() {
        String otherwise = data == null ? "GET" : "POST";
        return target.size() == 1 ? otherwise : target.get(0).toUpperCase(Locale.ROOT);
    }

    private void print(HttpResponse<String> response, NewTrace trace, PrintWriter out) {
        out.println("HTTP/1.1 " + response.statusCode());
        if (!response.body().isEmpty()) {
            out.println(response.body());
        }
        out.println();
        out.println("Trace ID: " + trace.id());
        out.println("To show it: " + trace.showCommand(surroundings));
        out.flush();
    }
}
