// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.propagation.TraceContext;
import io.profiler.servers.MongoDbServer;
import io.profiler.store.OpenedStores;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The application's MongoDB beside the profiler's, as Spring Boot configures it and as a user does. */
class ApplicationsMongoTest {

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @Test
    void withoutAConnectionStringTheApplicationsClientIsUsed() {
        try (RunningApp app = RunningApp.startWithoutWeb(
                Autoconfigured.class,
                "spring.mongodb.uri=" + SERVER.connectionString(),
                "spring.mongodb.database=test")) {
            span(app, "shared");

            assertThat(app.bean(OpenedStores.class)).hasToString("the application's MongoDB");
            assertThat(stored("shared")).isEqualTo(3);
            assertUntouched(app, "test");
        }
    }

    @Test
    void withAConnectionStringTheApplicationsBeansAreLeftAlone() {
        try (RunningApp app = RunningApp.startWithoutWeb(
                Autoconfigured.class,
                "spring.mongodb.uri=mongodb://127.0.0.1:1/application",
                "profiler.connection-string=" + SERVER.connectionString())) {
            span(app, "own");

            assertThat(stored("own")).isEqualTo(3);
            assertUntouched(app, "application");
        }
    }

    @Test
    void aClientOfTheUsersOwnIsUsedToo() {
        try (RunningApp app = RunningApp.startWithoutWeb(OwnClient.class)) {
            span(app, "users");

            assertThat(app.context().getBeansOfType(MongoClient.class)).containsOnlyKeys("ownClient");
            assertThat(stored("users")).isEqualTo(3);
        }
    }

    @Test
    void severalClientsAreNoObstacleWhereAConnectionStringIsSet() {
        try (RunningApp app = RunningApp.startWithoutWeb(
                TwoClients.class, "profiler.connection-string=" + SERVER.connectionString())) {
            span(app, "two");

            assertThat(app.context().getBeansOfType(MongoClient.class)).hasSize(2);
            assertThat(stored("two")).isEqualTo(3);
        }
    }

    private static void assertUntouched(RunningApp app, String database) {
        assertThat(app.context().getBeansOfType(MongoClient.class)).containsOnlyKeys("mongo");
        assertThat(app.context().getBeansOfType(MongoOperations.class)).containsOnlyKeys("mongoTemplate");
        assertThat(app.bean(MongoTemplate.class)
                        .getMongoDatabaseFactory()
                        .getMongoDatabase()
                        .getName())
                .isEqualTo(database);
    }

    private static void span(RunningApp app, String baseId) {
        Profiler profiler = app.bean(Profiler.class);
        try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key"))) {
            profiler.start("span").stop();
        }
        await().until(() -> stored(baseId) > 0);
    }

    private static long stored(String baseId) {
        return SERVER.client()
                .getDatabase("osprofiler")
                .getCollection("profiler")
                .countDocuments(new Document("base_id", baseId));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Autoconfigured {}

    @Configuration(proxyBeanMethods = false)
    static class OwnClient extends Autoconfigured {

        @Bean
        MongoClient ownClient() {
            return MongoClients.create(SERVER.connectionString());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
    static class TwoClients {

        @Bean
        MongoClient first() {
            return MongoClients.create(SERVER.connectionString());
        }

        @Bean
        MongoClient second() {
            return MongoClients.create(SERVER.connectionString());
        }
    }
}
