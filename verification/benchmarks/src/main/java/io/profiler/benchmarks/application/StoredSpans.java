// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.profiler.benchmarks.server.DatabaseServer;
import io.profiler.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;

/** Spans that are stored in a database, of two trace points each. They are removed as soon as they are counted. */
final class StoredSpans implements Destination {

    private static final int POINTS_A_SPAN = 2;

    /** What every request ends with, which is of no span. */
    private static final String SUMMARY = "wsgi-manifest-stop";

    private final ServerProcess database;
    private final MongoClient client;
    private long points;

    private StoredSpans(ServerProcess database) {
        this.database = database;
        this.client = MongoClients.create("mongodb://127.0.0.1:" + database.port());
    }

    static StoredSpans open(Path folder, Duration lifetime) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        return new StoredSpans(ServerProcess.start(
                DatabaseServer.command(port), port, lifetime, folder.resolve("database" + port + ".log")));
    }

    @Override
    public int port() {
        return database.port();
    }

    @Override
    public long arrived() {
        MongoCollection<Document> stored = client.getDatabase("osprofiler").getCollection("profiler");
        try {
            stored.deleteMany(Filters.eq("name", SUMMARY));
            points += stored.deleteMany(Filters.ne("name", SUMMARY)).getDeletedCount();
        } catch (MongoCommandException disturbed) {
            // By what is inserted meanwhile, as the server in Java may be: it is asked again.
        }
        return points / POINTS_A_SPAN;
    }

    @Override
    public void close() {
        client.close();
        database.close();
    }
}
