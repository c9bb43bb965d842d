// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.profiler.benchmarks.server.TraceReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Spans that are sent by OTLP, and counted. */
final class SentSpans implements Destination {

    private final AtomicLong spans = new AtomicLong();
    private final TraceReceiver receiver;

    private SentSpans() throws IOException {
        receiver = TraceReceiver.of(this::count);
    }

    static SentSpans open(Path folder, Duration lifetime) throws IOException {
        return new SentSpans();
    }

    private void count(byte[] body) throws IOException {
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .forEach(scope -> spans.addAndGet(scope.getSpansCount()));
    }

    @Override
    public int port() {
        return receiver.port();
    }

    @Override
    public long arrived() {
        return spans.get();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
