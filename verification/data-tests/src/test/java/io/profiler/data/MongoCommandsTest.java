// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoCommandException;
import io.profiler.servers.MongoDbServer;
import io.profiler.test.NoContextLeft;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

@ExtendWith(NoContextLeft.class)
class MongoCommandsTest {

    @RegisterExtension
    static final MongoDbServer server = new MongoDbServer();

    private static RunningApplication application;
    private static MongoOperations mongo;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                List.of(StoresApplication.class, Collecting.class), "spring.mongodb.uri=" + server.connectionString());
        mongo = application.bean(MongoOperations.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void empty() {
        server.client().getDatabase("shop").drop();
    }

    @Test
    void eachCommandIsASpanWithItsShapeAndWhatItReturnedOrChanged() throws Exception {
        Spans spans = application.profile(() -> {
            mongo.insert(new Document("author", "Jane").append("year", 1815), "books");
            mongo.find(query(where("author").is("Jane").and("year").gt(1800)).limit(5), Document.class, "books");
            mongo.updateFirst(query(where("author").is("Jane")), new Update().set("year", 1816), "books");
            mongo.find(query(where("year").in(1, 2, 3)), Document.class, "books");
            mongo.remove(query(where("author").is("Jane")), "books");
        });

        assertThat(spans.tree()).isEqualTo("db db db db db");
        assertThat(spans.commands().get(0))
                .isEqualTo(Map.of("statement", "insert books", "system", "mongodb", "database", "shop"));
        assertThat(spans.statements())
                .containsExactly(
                        "insert books",
                        "find books {filter: {author: ?, year: {$gt: ?}}, limit: ?}",
                        "update books {updates: [{q: {author: ?}, u: {$set: {year: ?}}}]}",
                        "find books {filter: {year: {$in: [?]}}}",
                        "delete books {deletes: [{q: {author: ?}, limit: ?}]}");
        assertThat(spans.replies())
                .containsExactly(
                        Map.of("updated", 1L),
                        Map.of("returned", 1L),
                        Map.of("updated", 1L),
                        Map.of("returned", 0L),
                        Map.of("updated", 1L));
    }

    @Test
    void whatIsRefusedEndsWithTypeAndMessage() throws Exception {
        mongo.insert(new Document("_id", 1), "books");

        Spans duplicate =
                application.profile(() -> assertThatThrownBy(() -> mongo.insert(new Document("_id", 1), "books"))
                        .isInstanceOf(DuplicateKeyException.class));
        Spans unknown =
                application.profile(() -> assertThatThrownBy(() -> mongo.executeCommand(new Document("unheardOf", 1)))
                        .hasRootCauseInstanceOf(MongoCommandException.class));

        assertThat(duplicate.end())
                .containsEntry("etype", "com.mongodb.MongoWriteException")
                .extractingByKey("message")
                .asString()
                .contains("E11000 duplicate key");
        assertThat(unknown.statements()).containsExactly("unheardOf");
        assertThat(unknown.end()).containsEntry("etype", "com.mongodb.MongoCommandException");
    }

    @Test
    void reactiveCommandsAreBelowWhatTheyAreSubscribedToIn() {
        Spans spans = application.profile("/mongo/1");
        Spans refused = application.profile("/mongo/1");

        assertThat(spans.tree()).isEqualTo("wsgi(controller(db db))");
        assertThat(spans.statements()).containsExactly("insert books", "find books {filter: {author: ?}}");
        assertThat(refused.end()).containsEntry("etype", "com.mongodb.MongoWriteException");
    }

    @Test
    void concurrentCommandsAreAllThere() {
        Spans spans = application.profile("/concurrent/mongo/1000");

        assertThat(spans.starts("db")).hasSize(1000);
        assertThat(spans.below(spans.starts("controller").get(0))).hasSize(1000);
        assertThat(application.addedUnprofiled("/concurrent/mongo/100")).isZero();
    }
}
