// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.Environment;
import io.profiler.cli.option.ConnectionStringOption;
import io.profiler.propagation.Allowance;
import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TokenClaims;
import io.profiler.propagation.TraceContext;
import io.profiler.propagation.TraceToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A trace that is about to begin.
 *
 * @param id its id
 * @param headers headers that begin it
 */
public record NewTrace(String id, Map<String, String> headers) {

    private static final Duration TIME_OF_ONE_REQUEST = Duration.ofMinutes(1);

    static NewTrace signedWith(String hmacKey) {
        String id = UUID.randomUUID().toString();
        return new NewTrace(
                id, SignedHeaders.sign(new TraceContext(id, id, hmacKey)).asMap());
    }

    /** By a token that is good for one request alone. */
    static NewTrace byToken(String method, String path, Allowance allowance, String hmacKey) {
        String id = UUID.randomUUID().toString();
        Instant expires = Instant.now().plus(TIME_OF_ONE_REQUEST);
        TokenClaims claims = new TokenClaims(path, Set.of(method), allowance, expires).in(id, id);
        return new NewTrace(id, Map.of(TraceToken.HEADER, TraceToken.sign(claims, hmacKey)));
    }

    /** The command that shows it. */
    String showCommand(Environment environment) {
        return "profiler trace show " + id + connection(environment);
    }

    /** The command that lists it and those before it. */
    static String listCommand(int traces, Environment environment) {
        return "profiler trace list --limit " + traces + connection(environment);
    }

    private static String connection(Environment environment) {
        boolean storeKnown = environment.variable(ConnectionStringOption.VARIABLE) != null;
        return storeKnown ? "" : " --connection-string STRING";
    }
}
