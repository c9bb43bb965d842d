// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.profiler.benchmarks.server.TraceReceiver;
import io.profiler.otlp.internal.OtlpSpan;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceWriter;
import io.profiler.store.otlp.internal.OtlpRequests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A request as an object, written, compressed and sent by Java's HTTP client. */
record Otlp() implements Backend {

    @Override
    public String label() {
        return "OTLP";
    }

    @Override
    public Contestants start(Path folder) throws Exception {
        TraceReceiver receiver = TraceReceiver.forgetting();
        TraceWriter store = Contestants.open("otlp://127.0.0.1:" + receiver.port());
        URI uri = URI.create("http://127.0.0.1:" + receiver.port() + "/v1/traces");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Contestants(store, new Client(http, uri), receiver);
    }

    private record Client(HttpClient http, URI uri) implements RawClient {

        @Override
        public BulkInsert encoded(List<TracePoint> batch) {
            ExportTraceServiceRequest request = OtlpRequests.of(spans(batch));
            return () -> send(request);
        }

        private static List<OtlpSpan> spans(List<TracePoint> points) {
            Map<String, TracePoint> starts = new HashMap<>();
            List<OtlpSpan> spans = new ArrayList<>();
            for (TracePoint point : points) {
                if (point.isStop()) {
                    spans.add(OtlpSpan.of(starts.remove(point.traceId()), point));
                } else {
                    starts.put(point.traceId(), point);
                }
            }
            return spans;
        }

        private void send(ExportTraceServiceRequest request) throws IOException, InterruptedException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new QuickGzip(body)) {
                request.writeTo(gzip);
            }
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/x-protobuf")
                            .header("Content-Encoding", "gzip")
                            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
        }

        @Override
        public void close() {}
    }

    private static final class QuickGzip extends GZIPOutputStream {

        QuickGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
