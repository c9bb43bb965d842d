// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.profiler.point.TracePoint;
import io.profiler.store.TracePointJson;
import io.profiler.store.TraceStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

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
        TraceStore store = Contestants.open("elasticsearch://" + address);
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
            send("PUT", '/' + INDEX, TracePointJson.write(Map.of("mappings", index.get("mappings"))));
        }

        private String send(String method, String path, String body) throws IOException {
            Request request = new Request(method, path);
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
            return text(client.performRequest(request));
        }

        private static String text(Response response) throws IOException {
            return new String(response.getEntity().getContent().readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public BulkInsert ready(List<TracePoint> batch) {
            String lines = batch.stream().map(Client::lines).collect(Collectors.joining());
            return () -> insert(lines);
        }

        private static String lines(TracePoint point) {
            Map<String, String> target = Map.of("_index", INDEX, "_id", point.traceId() + ':' + point.name());
            return TracePointJson.write(Map.of("create", target)) + '\n' + TracePointJson.write(point) + '\n';
        }

        private void insert(String lines) throws IOException {
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
