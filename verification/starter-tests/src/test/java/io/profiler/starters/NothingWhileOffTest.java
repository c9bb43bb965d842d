// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.starters.apps.jdbc.JdbcApplication;
import io.profiler.starters.apps.jpa.JpaApplication;
import io.profiler.starters.apps.mongo.ReactiveMongoApplication;
import io.profiler.starters.apps.r2dbc.R2dbcApplication;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What starters change in an application with data of its own, while nothing is set: nothing. */
class NothingWhileOffTest {

    private static final String BOOT = "org.springframework.boot:";
    private static final String STARTER = "io.profiler:profiler-spring-boot-starter";

    @Test
    void withSpringDataJdbc() {
        List<String> application = List.of(BOOT + "spring-boot-starter-data-jdbc", "com.h2database:h2");

        Inventories.assertSame(
                StartedApplication.run(JdbcApplication.class, withStartersWithoutSpringData(application)),
                StartedApplication.run(JdbcApplication.class, application));
    }

    @Test
    void withJpaWhoseEntitiesSayThatTheyAre() {
        List<String> application = List.of(BOOT + "spring-boot-starter-data-jpa", "com.h2database:h2");
        List<String> all = with(withStartersWithoutSpringData(application), STARTER, STARTER + "-redis");

        Inventories.assertSame(
                StartedApplication.run(JpaApplication.class, all),
                StartedApplication.run(JpaApplication.class, application));
    }

    @Test
    void withSpringDataR2dbc() {
        List<String> application = List.of(BOOT + "spring-boot-starter-data-r2dbc", "io.r2dbc:r2dbc-h2");

        Inventories.assertSame(
                StartedApplication.run(R2dbcApplication.class, withStartersWithoutSpringData(application)),
                StartedApplication.run(R2dbcApplication.class, application));
    }

    /** Netty, which the clients of Redis and RabbitMQ bring, would be what Spring Boot lets MongoDB's client run on. */
    @Test
    void withReactiveMongo() throws IOException {
        List<String> application = List.of(BOOT + "spring-boot-starter-data-mongodb-reactive");
        List<String> all = with(application, STARTER + "-jdbc", STARTER + "-elasticsearch", STARTER + "-otlp");

        try (SilentServer without = new SilentServer();
                SilentServer with = new SilentServer()) {
            Inventories.assertSame(
                    StartedApplication.run(ReactiveMongoApplication.class, all, with.mongo()),
                    StartedApplication.run(ReactiveMongoApplication.class, application, without.mongo()));
            assertThat(with.connections()).isEqualTo(without.connections());
        }
    }

    /** All of them at once: then each alone changes nothing either. */
    private static List<String> withStartersWithoutSpringData(List<String> application) {
        return with(
                application, STARTER + "-jdbc", STARTER + "-elasticsearch", STARTER + "-rabbitmq", STARTER + "-otlp");
    }

    private static List<String> with(List<String> application, String... starters) {
        List<String> all = new ArrayList<>(application);
        all.addAll(List.of(starters));
        return all;
    }
}
