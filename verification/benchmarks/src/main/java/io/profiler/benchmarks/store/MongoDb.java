// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import io.profiler.benchmarks.server.DatabaseServer;
import io.profiler.benchmarks.server.ServerProcess;
import io.profiler.point.TracePoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** {@code insertMany}, unordered. */
record MongoDb() implements Backend {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    @Override
    public String label() {
        return "MongoDB";
    }

    @Override
    public Contestants start(Path folder) throws Exception {
        int port = ServerProcess.freePort();
        ServerProcess server =
                ServerProcess.start(DatabaseServer.command(port), port, LIFETIME, folder.resolve("mongodb.log"));
        String address = "mongodb://127.0.0.1:" + port;
        return new Contestants(Contestants.open(address), new Client(MongoClients.create(address)), server::close);
    }

    private record Client(MongoClient client) implements RawClient {

        private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

        private Client {
            target(client).createIndex(new Document("base_id", 1).append("timestamp", 1));
            target(client).createIndex(new Document("timestamp", 1).append("base_id", 1));
        }

        private static MongoCollection<Document> target(MongoClient client) {
            return client.getDatabase("raw").getCollection("profiler");
        }

        @Override
        public BulkInsert encoded(List<TracePoint> batch) {
            List<Document> documents = batch.stream().map(Client::document).toList();
            return () -> target(client).insertMany(documents, UNORDERED);
        }

        private static Document document(TracePoint point) {
            Document document = new Document("_id", point.traceId() + ':' + point.name());
            document.putAll(point.toDocument());
            return document;
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
