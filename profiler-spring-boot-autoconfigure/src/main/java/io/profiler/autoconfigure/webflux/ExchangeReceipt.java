// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.webflux;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.ServerTiming;
import io.profiler.autoconfigure.TraceIdHeader;
import io.profiler.propagation.SignedHeaders;
import io.profiler.trace.SpanTimes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** What the caller of a profiled exchange is told in headers of the response, when those are about to be sent. */
final class ExchangeReceipt {

    private final String traceId;
    private final SpanTimes times;

    ExchangeReceipt(String traceId, SpanTimes times) {
        this.traceId = traceId;
        this.times = times;
    }

    void tellWith(ServerHttpResponse response) {
        response.beforeCommit(() -> Mono.fromRunnable(() -> Guard.run(() -> tell(response.getHeaders()))));
    }

    private void tell(HttpHeaders headers) {
        String header = TraceIdHeader.of(traceId);
        if (header != null) {
            headers.set(SignedHeaders.TRACE_ID, header);
        }
        headers.add(HttpHeaders.VARY, TraceIdHeader.VARY);
        String soFar = ServerTiming.of(times.soFar());
        if (!soFar.isEmpty()) {
            headers.add(ServerTiming.HEADER, soFar);
        }
    }
}
