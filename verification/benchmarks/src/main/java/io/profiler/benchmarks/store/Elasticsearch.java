// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceWriter;
import io.profiler.store.backend.TracePointJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * One {@code _bulk} request, into an index with the mapping of the store's.
 *
 * @param address of a server without indexes, {@code HOST:PORT}
 */
record Elasticsearch(String address) implements Backend {

    @Override
    public String label() {
        return "Elasticsearch";
    }

    @Override
    public Contestants start(Path folder) throws Exception {
        TraceWriter store = Contestants.open("elasticsearch://" + address);
        store.append(SampleTraces.batch());
        Client client =
                new Client(Rest5Client.builder(URI.create("http://" + address)).build());
        client.makeIndexLike("osprofiler-notifications");
        return new Contestants(store, client, () -> {});
    }

    private record Client(Rest5Client client) implements RawClient {

        private static final String INDEX = "raw";

        void makeIndexLike(String other) throws IOException {
            Map<?, ?> indexes =
                    TracePointJson.readMembers(text(client.performRequest(new Request("GET", '/' + other))));
            Map<?, ?> index = (Map<?, ?>) indexes.values().iterator().next();
            send("PUT", '/' + INDEX, utf8(TracePointJson.write(Map.of("mappings", index.get("mappings")))));
        }

        private String send(String method, String path, byte[] body) throws IOException {
            Request request = new Request(method, path);
            request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
            return text(client.performRequest(request));
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static String text(Response response) throws IOException {
            return new String(response.getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public BulkInsert encoded(List<TracePoint> batch) throws IOException {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (TracePoint point : batch) {
                lines.write(target(point));
                lines.write('\n');
                lines.write(TracePointJson.bytes(point));
                lines.write('\n');
            }
            byte[] body = lines.toByteArray();
            return () -> insert(body);
        }

        private static byte[] target(TracePoint point) {
            return TracePointJson.bytes(json -> {
                json.writeStartObject();
                json.writeObjectPropertyStart("create");
                json.writeStringProperty("_index", INDEX);
                json.writeStringProperty("_id", point.traceId() + ':' + point.name());
                json.writeEndObject();
                json.writeEndObject();
            });
        }

        private void insert(byte[] lines) throws IOException {
            String answer = send("POST", "/_bulk?filter_path=errors,items.*.error", lines);
            if (!answer.contains("\"errors\":false")) {
                throw new IOException(answer);
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
