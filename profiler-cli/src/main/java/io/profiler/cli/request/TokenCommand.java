// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.ConsoleAction;
import io.profiler.cli.console.Environment;
import io.profiler.cli.console.Remarks;
import io.profiler.cli.console.StandardOutput;
import io.profiler.cli.option.DurationConverter;
import io.profiler.cli.option.StandardOptions;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token that has some requests profiled for some time. */
@Command(
        name = "token",
        description = {
            "Prints a token that has requests profiled: those that it names, until it expires.",
            "For curl:",
            "  curl -H \"" + TraceToken.HEADER + ": $(profiler token --path '/v2/**' --hmac-key KEY)\" URL"
        })
public final class TokenCommand implements ConsoleAction {

    private final Environment environment;

    @Option(
            names = "--path",
            required = true,
            paramLabel = "PATTERN",
            description = "Paths, as the application sees them: '/v2/queues', '/v2/*', or '/v2/**' for all below.")
    private String path = "";

    @Option(
            names = "--method",
            split = ",",
            paramLabel = "METHOD",
            description = "Methods, separated by commas; without it all.")
    private List<String> methods = new ArrayList<>();

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long the token is valid, such as 10m or 2h; without it 10m.")
    private Duration expires = Duration.ofMinutes(10);

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "NAME",
            description = "Names of the spans to record, separated by commas, as management_store; without it all. The"
                    + " request itself is always recorded.")
    private @Nullable List<String> layers;

    @Option(
            names = "--spans",
            paramLabel = "N",
            description = "How many spans of a request to record at most in each service.")
    private int spans;

    @Option(
            names = "--trace",
            paramLabel = "ID",
            description = "The trace that all requests are to be in; without it each has one of its own.")
    private @Nullable String traceId;

    @Mixin
    private final SamplesOption samples = new SamplesOption();

    @Mixin
    private final MethodsOption traceMethods = new MethodsOption();

    @Mixin
    private final HmacKeyOption hmacKey = new HmacKeyOption();

    @Mixin
    private final StandardOptions standardOptions = new StandardOptions();

    public TokenCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void run(StandardOutput out, Remarks remarks) {
        String key = hmacKey.key(environment);
        TokenClaims claims = claims();
        out.println(TraceToken.sign(traceId == null ? claims : claims.in(traceId, traceId), key));
        remarks.addLine("Valid until " + claims.expires());
    }

    private TokenClaims claims() {
        if (expires.toSeconds() < 1) {
            throw new CommandFailure("a token is valid for at least 1s");
        }
        try {
            return new TokenClaims(
                    path,
                    upperCase(methods),
                    allowance(),
                    Instant.now().plus(expires).truncatedTo(ChronoUnit.SECONDS));
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(String.valueOf(malformed.getMessage()));
        }
    }

    private Allowance allowance() {
        Set<String> traced = traceMethods.methods();
        if (layers != null && !traced.isEmpty() && !layers.contains("method")) {
            throw new CommandFailure("--layers leaves the spans of --trace-methods out: add 'method' to it");
        }
        return new Allowance(layers == null ? null : Set.copyOf(layers), spans, samples.period(), traced);
    }

    private static Set<String> upperCase(List<String> methods) {
        return methods.stream().map(method -> method.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
