// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.propagation.Allowance;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
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

    public Answer send() {
        NewTrace trace = allowance == null
                ? NewTrace.signedWith(key)
                : NewTrace.byToken(method, exchange.path(), allowance, key);
        exchange.signed(trace);
        long began = System.nanoTime();
        HttpResponse<byte[]> response = exchange.send();
        return new Answer(trace, response, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
    }
}
