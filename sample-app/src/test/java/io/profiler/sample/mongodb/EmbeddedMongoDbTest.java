// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoDbTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void keepsItsDataWhenItRestarts() {
        Path file = directory.resolve("not/there/yet.mv");
        inCollection(file, collection -> collection.insertOne(new Document("_id", 1).append("text", "kept")));

        inCollection(
                file,
                collection ->
                        assertThat(collection.find()).containsExactly(new Document("_id", 1).append("text", "kept")));
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() {
        try (EmbeddedMongoDb server = EmbeddedMongoDb.start(directory.resolve("file.mv"), 0)) {
            assertThat(server.address().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void namesTheSettingOfATakenPort() {
        try (EmbeddedMongoDb first = EmbeddedMongoDb.start(directory.resolve("first.mv"), 0)) {
            int port = first.address().getPort();
            assertThatExceptionOfType(EmbeddedMongoDbException.class)
                    .isThrownBy(() -> EmbeddedMongoDb.start(directory.resolve("second.mv"), port))
                    .withMessageContaining("127.0.0.1:" + port)
                    .satisfies(e -> assertThat(e.action()).contains("sample.mongodb.port"));
        }
    }

    @Test
    void namesTheSettingOfAFileInUse() {
        Path file = directory.resolve("file.mv");
        try (EmbeddedMongoDb first = EmbeddedMongoDb.start(file, 0)) {
            assertThat(first.address().getPort()).isPositive();
            assertThatExceptionOfType(EmbeddedMongoDbException.class)
                    .isThrownBy(() -> EmbeddedMongoDb.start(file, 0))
                    .withMessageContaining("Another process")
                    .satisfies(e -> assertThat(e.action()).contains("sample.mongodb.file"));
        }
    }

    @Test
    void namesTheSettingOfAFileThatIsNotItsOwn() throws Exception {
        Path file = Files.writeString(directory.resolve("file.mv"), "something else".repeat(1000));
        assertThatExceptionOfType(EmbeddedMongoDbException.class)
                .isThrownBy(() -> EmbeddedMongoDb.start(file, 0))
                .withMessageContaining(file.toString())
                .satisfies(e -> assertThat(e.action()).contains("sample.mongodb.file"));
    }

    @Test
    void sweepsWhatATtlIndexSaysIsOver() {
        inClient(directory.resolve("file.mv"), client -> {
            MongoCollection<Document> collection = collectionOf(client);
            collection.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
            collection.insertOne(new Document("_id", "over").append("at", Date.from(NOW.minusSeconds(61))));
            collection.insertOne(new Document("_id", "not over").append("at", Date.from(NOW.minusSeconds(59))));
            collection.insertOne(new Document("_id", "without a time"));

            new ExpiredDocumentSweeper(client, Clock.fixed(NOW, ZoneOffset.UTC)).sweep();

            assertThat(collection.distinct("_id", String.class))
                    .containsExactlyInAnyOrder("not over", "without a time");
        });
    }

    private static void inCollection(Path file, Consumer<MongoCollection<Document>> test) {
        inClient(file, client -> test.accept(collectionOf(client)));
    }

    private static MongoCollection<Document> collectionOf(MongoClient client) {
        return client.getDatabase("test").getCollection("test");
    }

    private static void inClient(Path file, Consumer<MongoClient> test) {
        try (EmbeddedMongoDb server = EmbeddedMongoDb.start(file, 0);
                MongoClient client = connect(server)) {
            test.accept(client);
        }
    }

    private static MongoClient connect(EmbeddedMongoDb server) {
        return MongoClients.create("mongodb://127.0.0.1:" + server.address().getPort());
    }
}
