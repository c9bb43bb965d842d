// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.propagation.Allowance;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request that begins a trace each time it is sent.
 *
 * @param exchange the request without what has it profiled
 * @param method its method
 * @param key the key to sign with
 * @param allowance what to allow by a token; null to ask by OSprofiler's headers, which allow everything
 */
public record ProfiledRequest(
        HttpExchange exchange,
        String method,
        String key,
        @Nullable Allowance allowance) {

    /**
     * Sends it, and reads the answer to its end without keeping its body.
     *
     * @throws CommandFailure if there is no answer
     */
    public Answer send() {
        NewTrace trace = newTrace();
        return new Answer(trace, exchange.signed(trace).send(BodyHandlers.discarding()));
    }

    NewTrace newTrace() {
        return allowance == null ? NewTrace.signedWith(key) : NewTrace.byToken(method, exchange.path(), allowance, key);
    }

    /**
     * Sends it, and waits for the answer's head.
     *
     * @throws TimeoutException if it has not come by then
     * @throws CommandFailure if there is no answer
     */
    HttpResponse<InputStream> begin(NewTrace trace, Deadline deadline) throws TimeoutException {
        return exchange.signed(trace).begin(deadline);
    }
}
