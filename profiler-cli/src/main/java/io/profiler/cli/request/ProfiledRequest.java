// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

/**
 * A request that begins a trace each time it is sent.
 *
 * @param exchange the request without what has it profiled
 * @param method its method
 * @param key the key to sign with
 * @param byToken whether to ask by a token
 */
public record ProfiledRequest(HttpExchange exchange, String method, String key, boolean byToken) {

    public Answer send() {
        NewTrace trace = byToken ? NewTrace.byToken(method, exchange.path(), key) : NewTrace.signedWith(key);
        exchange.signed(trace);
        long began = System.nanoTime();
        HttpResponse<byte[]> response = exchange.send();
        return new Answer(trace, response, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
    }
}
