// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import io.profiler.store.TraceWriter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A batch of inserts and a commit.
 *
 * @param json how a text becomes the JSON column's value
 */
record SqlDatabase(String label, String json, Server server) implements Backend {

    private static final String IN_BATCHES = "reWriteBatchedInserts=true";

    /** Starts a server, and makes two databases. */
    private interface Server {

        Databases start(Path folder) throws Exception;
    }

    private record Databases(String ofStore, String ofClient, Closeable server) {}

    static SqlDatabase h2() {
        return new SqlDatabase("H2, in a file", "?", folder -> files("jdbc:h2:file:", folder, ";WRITE_DELAY=0"));
    }

    static SqlDatabase sqlite() {
        return new SqlDatabase("SQLite", "?", folder -> files("jdbc:sqlite:", folder, ""));
    }

    private static Databases files(String scheme, Path folder, String options) {
        return new Databases(
                scheme + folder.resolve("store") + options, scheme + folder.resolve("client") + options, () -> {});
    }

    static SqlDatabase postgresql() {
        return new SqlDatabase("PostgreSQL", "CAST(? AS JSON)", folder -> postgresql(EmbeddedPostgres.start()));
    }

    private static Databases postgresql(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE client");
        }
        return new Databases(
                server.getJdbcUrl("postgres", "postgres"),
                server.getJdbcUrl("postgres", "client") + "&" + IN_BATCHES,
                server);
    }

    /** The client's table is one that the store has made, so that it has the same indexes. */
    @Override
    public Contestants start(Path folder) throws Exception {
        Databases databases = server.start(folder);
        try (TraceWriter maker = Contestants.open(databases.ofClient())) {
            maker.append(List.of());
        }
        Connection connection = DriverManager.getConnection(databases.ofClient());
        connection.setAutoCommit(false);
        return new Contestants(
                Contestants.open(databases.ofStore()), new JdbcBatches(connection, json), databases.server());
    }
}
