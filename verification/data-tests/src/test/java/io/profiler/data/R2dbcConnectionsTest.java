// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.test.NoContextLeft;
import io.profiler.trace.Profiler;
import io.profiler.trace.TracePosition;
import io.r2dbc.h2.H2ConnectionConfiguration;
import io.r2dbc.h2.H2ConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.connection.TransactionAwareConnectionFactoryProxy;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@ExtendWith({NoContextLeft.class, OutputCaptureExtension.class})
class R2dbcConnectionsTest {

    @Test
    void valuesAreShownOnRequestAlone() throws Exception {
        try (RunningApplication application =
                RunningApplication.start(List.of(BookApplication.class), "profiler.sql.parameters=true")) {
            DatabaseClient client = application.bean(DatabaseClient.class);

            Spans shown =
                    application.profile(() -> client.sql("select title from book where id = :id and title <> :title")
                            .bind("id", 7)
                            .bindNull("title", String.class)
                            .fetch()
                            .all()
                            .blockLast());
            Spans secret = application.profile(() -> client.sql("update book set password = :password")
                    .bind("password", "s3cr3t")
                    .fetch()
                    .rowsUpdated()
                    .block());

            assertThat(shown.commands().get(0).get("params")).isEqualTo("[7, null]");
            assertThat(secret.commands().get(0).get("params")).isEqualTo("***");
        }
    }

    @Test
    void aRequestThatIsNotProfiledGetsTheDriversConnection() throws Exception {
        try (RunningApplication application = RunningApplication.start(List.of(BookApplication.class))) {
            ConnectionFactory connections = application.bean(ConnectionFactory.class);

            assertThat(nameOfConnection(connections)).startsWith("io.r2dbc.pool.");
            Spans spans = application.profile(
                    () -> assertThat(nameOfConnection(connections)).doesNotStartWith("io.r2dbc."));
            assertThat(spans.starts("db")).isEmpty();
        }
    }

    private static String nameOfConnection(ConnectionFactory connections) {
        return Mono.usingWhen(
                        connections.create(),
                        connection -> Mono.just(connection.getClass().getName()),
                        Connection::close)
                .block();
    }

    @Test
    void sqlIsNotTracedWhereThatIsOff() {
        try (RunningApplication application =
                RunningApplication.start(List.of(BookApplication.class), "profiler.trace-sql=false")) {
            assertThat(application.profile("/books/added/1").tree()).isEqualTo("wsgi(controller)");
        }
    }

    @Test
    void aFactoryOverAnotherOneIsToldOnceAndAFinalOneNotAtAll(CapturedOutput output) throws Exception {
        try (RunningApplication application = RunningApplication.start(List.of(Several.class))) {
            ConnectionFactory over = application.bean(ConnectionFactory.class);

            Spans spans = application.profile(() -> Flux.usingWhen(
                            over.create(),
                            connection -> Flux.from(connection
                                            .createStatement("select 1")
                                            .execute())
                                    .flatMap(result -> result.map(row -> row.get(0))),
                            Connection::close)
                    .blockLast());

            assertThat(spans.tree()).isEqualTo("db");
            assertThat(spans.commands().get(0).get("source")).isEqualTo("over");
            assertThat(output)
                    .contains(
                            "SQL of the ConnectionFactory 'fixed' (io.r2dbc.h2.H2ConnectionFactory) is not traced, because"
                                    + " its class is final");
        }
    }

    @Test
    void aConnectionThatComesOnAnotherThreadIsUsedWhereItWasAskedFor() throws Exception {
        try (RunningApplication application = RunningApplication.start(List.of(Later.class))) {
            DatabaseClient client = application.bean(DatabaseClient.class);

            Spans spans = application.profile(() -> client.sql("select 1")
                    .fetch()
                    .first()
                    .then(client.sql("select 2").fetch().first())
                    .block());

            assertThat(spans.tree()).isEqualTo("db db");
            NoContextLeft.on(Later.THREAD, 1);
        }
    }

    @Test
    void aConnectionThatIsPassedOnTakesNobodyIntoTheTrace() throws Exception {
        try (RunningApplication application = RunningApplication.start(
                List.of(BookApplication.class), "spring.r2dbc.pool.initial-size=1", "spring.r2dbc.pool.max-size=1")) {
            ConnectionFactory pool = application.bean(ConnectionFactory.class);
            CompletableFuture<Boolean> other = new CompletableFuture<>();

            application.profile(() -> {
                application.bean(Profiler.class).start("before").stop();
                Mono.usingWhen(pool.create(), connection -> waiting(pool, other), Connection::close)
                        .block();
            });

            assertThat(other.get(10, TimeUnit.SECONDS)).isFalse();
        }
    }

    /** Somebody else waits for the only connection. */
    private static Mono<Integer> waiting(ConnectionFactory pool, CompletableFuture<Boolean> isProfiled) {
        Mono<Boolean> waiting = Mono.usingWhen(
                pool.create(),
                connection -> Mono.fromSupplier(() -> TracePosition.current() != null),
                Connection::close);
        CompletableFuture.runAsync(() -> waiting.subscribe(isProfiled::complete))
                .join();
        return Mono.just(1);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Collecting.class)
    static class Later {

        static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });

        @Bean
        ConnectionFactory later() {
            ConnectionFactory now = ConnectionFactories.get("r2dbc:h2:mem:///later");
            return new ConnectionFactory() {

                @Override
                public Publisher<? extends Connection> create() {
                    return Mono.from(now.create()).publishOn(Schedulers.fromExecutor(THREAD));
                }

                @Override
                public ConnectionFactoryMetadata getMetadata() {
                    return now.getMetadata();
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Collecting.class)
    static class Several {

        @Bean
        H2ConnectionFactory fixed() {
            return new H2ConnectionFactory(
                    H2ConnectionConfiguration.builder().inMemory("fixed").build());
        }

        @Bean
        ConnectionFactory under() {
            return ConnectionFactories.get("r2dbc:h2:mem:///under");
        }

        @Bean
        @Primary
        ConnectionFactory over(ConnectionFactory under) {
            return new TransactionAwareConnectionFactoryProxy(under);
        }
    }
}
