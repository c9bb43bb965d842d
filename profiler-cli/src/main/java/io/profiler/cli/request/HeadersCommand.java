// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.StandardOptions;
import io.profiler.propagation.SignedHeaders;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints signed headers for another HTTP client to send. */
@Command(
        name = "headers",
        description = {
            "Prints the signed headers that have one request profiled.",
            "For curl:",
            "  profiler headers --hmac-key KEY | curl -H @- URL",
            "The id of the trace goes to standard error."
        })
public final class HeadersCommand implements ConsoleAction {

    private final Environment environment;

    @Mixin
    private final HmacKeyOption hmacKey = new HmacKeyOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    public HeadersCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        NewTrace trace = NewTrace.signedWith(hmacKey.key(environment));
        for (String name : List.of(SignedHeaders.TRACE_INFO, SignedHeaders.TRACE_HMAC)) {
            out.println(name + ": " + trace.headers().get(name));
        }
        remarks.addLine("Trace ID: " + trace.id());
        remarks.addLine("To show it: " + trace.showCommand(environment));
    }
}
