// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.MeterRegistry;
import io.profiler.autoconfigure.kit.RunningApp;
import io.profiler.propagation.TraceContext;
import io.profiler.servers.AmqpBroker;
import io.profiler.servers.MongoDbServer;
import io.profiler.store.ConnectionString;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Profiler;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;

/** The application's RabbitMQ as the way of trace points, and an application that collects them. */
@ExtendWith(OutputCaptureExtension.class)
class ApplicationsRabbitTest {

    private static final String QUEUE = "profiler.info";

    @RegisterExtension
    static final AmqpBroker BROKER = new AmqpBroker();

    @RegisterExtension
    static final MongoDbServer SERVER = new MongoDbServer();

    @Test
    void withoutAConnectionStringAndWithoutMongoDbItIsUsed() {
        try (RunningApp app = RunningApp.startWithoutWeb(WithoutMongoDb.class, port())) {
            span(app);

            assertThat(app.bean(OpenedStores.class)).hasToString("the application's RabbitMQ");
            assertUntouched(app, "rabbitConnectionFactory");
        }
    }

    @Test
    void aConnectionStringWithoutAHostMeansItToo() {
        try (RunningApp app = RunningApp.startWithoutWeb(
                Autoconfigured.class,
                port(),
                "spring.mongodb.uri=" + SERVER.connectionString() + "/test",
                "profiler.connection-string=messaging://?idle_timeout=1")) {
            span(app);

            assertThat(app.bean(OpenedStores.class)).hasToString("the application's RabbitMQ");
        }
    }

    @Test
    void amongSeveralStoresItIsMeantAsWell() {
        try (RunningApp app = RunningApp.startWithoutWeb(
                WithoutMongoDb.class,
                port(),
                "profiler.connection-string=messaging://?idle_timeout=1, " + SERVER.connectionString())) {
            span(app);

            assertThat(app.bean(OpenedStores.class).writers()).first().hasToString("the application's RabbitMQ");
            await().until(() -> stored("base") == 3);
        }
    }

    @Test
    void withBothMongoDbComesFirst() {
        try (RunningApp app = RunningApp.startWithoutWeb(
                Autoconfigured.class, port(), "spring.mongodb.uri=" + SERVER.connectionString() + "/test")) {
            assertThat(app.bean(OpenedStores.class)).hasToString("the application's MongoDB");
        }
    }

    @Test
    void connectionsThatAUserMadeAreShared() {
        try (RunningApp app = RunningApp.startWithoutWeb(OwnConnections.class)) {
            span(app);

            assertUntouched(app, "ownConnections");
        }
    }

    @Test
    void theOneOfAParentContextIsUsed() {
        try (ConfigurableApplicationContext parent = new SpringApplicationBuilder(OnlyConnections.class)
                        .web(WebApplicationType.NONE)
                        .run("--spring.main.banner-mode=off");
                RunningApp app = RunningApp.of(new SpringApplicationBuilder(WithoutMongoDbAndRabbit.class)
                        .parent(parent)
                        .web(WebApplicationType.NONE)
                        .run("--profiler.enabled=true", "--profiler.hmac-keys=key"))) {
            span(app);

            assertThat(app.bean(OpenedStores.class)).hasToString("the application's RabbitMQ");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {BesideNoDefault.class, BesideNoCandidate.class, BesideAFallback.class})
    void theOneThatIsInjectedIsUsedBesideOthersThatNobodyMade(Class<?> application) {
        try (RunningApp app = RunningApp.startWithoutWeb(application)) {
            span(app);

            assertThat(app.context().getBeanFactory().containsSingleton("other"))
                    .isFalse();
        }
    }

    @Test
    void soIsOneThatWasRegisteredAsItIs() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(WithoutMongoDbAndRabbit.class)
                .web(WebApplicationType.NONE)
                .initializers(made -> made.getBeanFactory()
                        .registerSingleton("registered", new CachingConnectionFactory("127.0.0.1", BROKER.port())))
                .run("--profiler.enabled=true", "--profiler.hmac-keys=key")) {
            span(RunningApp.of(context));
        }
    }

    @Test
    void aTransportUrlLeavesTheApplicationsAlone() {
        try (RunningApp app = RunningApp.startWithoutWeb(
                WithoutMongoDb.class, "spring.rabbitmq.port=1", "profiler.connection-string=" + BROKER.url())) {
            span(app);

            assertUntouched(app, "rabbitConnectionFactory");
        }
    }

    @Test
    void collectsIntoTheApplicationsMongoDb() {
        send("collected");
        try (RunningApp app = RunningApp.startPlain(
                Autoconfigured.class,
                port(),
                "spring.mongodb.uri=" + SERVER.connectionString() + "/test",
                "profiler.collector.enabled=true")) {
            await().until(() -> stored("collected") == 3);

            MeterRegistry meters = app.bean(MeterRegistry.class);
            await().until(() ->
                    meters.get("profiler.collector.stored").functionCounter().count() == 3);
            assertThat(meters.get("profiler.collector.dead")
                            .tag("reason", "unreadable")
                            .functionCounter()
                            .count())
                    .isZero();
            assertThat(app.context().getBeansOfType(OpenedStores.class)).isEmpty();
        }

        assertThat(BROKER.waiting(QUEUE)).isZero();
    }

    @Test
    void anApplicationThatIsStoppedAndStartedAgainCollectsAgain() {
        try (RunningApp app = RunningApp.startPlain(
                Autoconfigured.class,
                port(),
                "spring.mongodb.uri=" + SERVER.connectionString() + "/test",
                "profiler.collector.enabled=true")) {
            app.context().stop();
            send("meanwhile");
            app.context().start();

            await().until(() -> stored("meanwhile") == 3);
        }
    }

    /** A message that the client refused would end the connection, and come again. */
    @Test
    void collectsWhatIsLargerThanTheApplicationTakes() {
        send("large");
        try (RunningApp app = RunningApp.startPlain(
                Autoconfigured.class,
                port(),
                "spring.rabbitmq.max-inbound-message-body-size=100B",
                "spring.mongodb.uri=" + SERVER.connectionString() + "/test",
                "profiler.collector.enabled=true")) {
            await().until(() -> stored("large") == 3);
        }
    }

    @Test
    void warnsOfLargeMessagesWhereItCollectsOverConnectionsThatAUserMade(CapturedOutput output) {
        send("shared");
        try (RunningApp app = RunningApp.startWithoutWeb(
                OwnConnections.class,
                "profiler.connection-string=memory://",
                "profiler.collector.enabled=true",
                "profiler.collector.connection-string=" + SERVER.connectionString())) {
            await().until(() -> stored("shared") == 3);
        }

        assertThat(output).contains("when one of 67108864 bytes comes", "setMaxInboundMessageBodySize(536870913)");
    }

    @Test
    void collectsFromATransportUrlIntoAConnectionString() {
        send("collected");
        try (RunningApp app = RunningApp.startWithoutWeb(
                WithoutMongoDb.class,
                "spring.rabbitmq.port=1",
                "profiler.connection-string=" + BROKER.url(),
                "profiler.collector.enabled=true",
                "profiler.collector.transport-url=" + BROKER.url(),
                "profiler.collector.connection-string=" + SERVER.connectionString())) {
            await().until(() -> stored("collected") == 3);
        }
    }

    @Test
    void aCollectorThatCannotStartSaysWhy(CapturedOutput output) {
        assertFails(
                output,
                "'profiler.collector.connection-string': a collector cannot store in",
                "profiler.collector.connection-string=rabbit://u:s3cr3t@host");
        assertFails(
                output,
                "'profiler.collector.transport-url': the transport URL has a host that is not",
                "profiler.collector.connection-string=mongodb://localhost",
                "profiler.collector.transport-url=rabbit://u:s3cr3t");
        assertFails(
                output,
                "'profiler.collector.*': the prefetch count is 5",
                "profiler.collector.connection-string=mongodb://localhost",
                "profiler.collector.prefetch=5");
        assertFails(
                output,
                "'profiler.collector.flush-interval' is PT0S, which is too small.",
                "profiler.collector.connection-string=mongodb://localhost",
                "profiler.collector.flush-interval=0s");
    }

    private static void assertFails(CapturedOutput output, String message, String... properties) {
        String[] all = new String[properties.length + 1];
        all[0] = "profiler.collector.enabled=true";
        System.arraycopy(properties, 0, all, 1, properties.length);

        Throwable failure = catchThrowable(
                () -> RunningApp.startWithoutWeb(WithoutMongoDb.class, all).close());

        assertThat(failure).isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START", message).doesNotContain("s3cr3t", "\tat ");
    }

    private static void assertUntouched(RunningApp app, String connections) {
        await().until(() -> BROKER.waiting(QUEUE) == 3);
        assertThat(app.context().getBeansOfType(ConnectionFactory.class)).containsOnlyKeys(connections);
    }

    /** Machines are busy, and brokers slow to come back. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private static String port() {
        return "spring.rabbitmq.port=" + BROKER.port();
    }

    private static void span(RunningApp app) {
        Profiler profiler = app.bean(Profiler.class);
        try (ProfiledScope scope = profiler.open(new TraceContext("base", "base", "key"))) {
            profiler.start("span").stop();
        }
        await().ignoreExceptions().until(() -> BROKER.waiting(QUEUE) == 3);
    }

    private static void send(String baseId) {
        try (RunningApp app =
                RunningApp.startWithoutWeb(WithoutMongoDb.class, "profiler.connection-string=" + BROKER.url())) {
            Profiler profiler = app.bean(Profiler.class);
            try (ProfiledScope scope = profiler.open(new TraceContext(baseId, baseId, "key"))) {
                profiler.start("span").stop();
            }
        }
        try (TraceStore queue = TraceStores.open(new ConnectionString(BROKER.url()), StoreOptions.defaults())) {
            assertThat(queue.read(baseId)).hasSize(3);
        }
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
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
            })
    static class WithoutMongoDb {}

    @Configuration(proxyBeanMethods = false)
    static class OwnConnections extends WithoutMongoDb {

        @Bean
        ConnectionFactory ownConnections() {
            return new CachingConnectionFactory("127.0.0.1", BROKER.port());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
                "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration"
            })
    static class WithoutMongoDbAndRabbit {}

    @Configuration(proxyBeanMethods = false)
    static class OnlyConnections {

        @Bean
        ConnectionFactory ownConnections() {
            return new CachingConnectionFactory("127.0.0.1", BROKER.port());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BesideNoDefault extends OwnConnections {

        @Bean(defaultCandidate = false)
        @Lazy
        ConnectionFactory other() {
            return new CachingConnectionFactory("127.0.0.1", 1);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BesideNoCandidate extends OwnConnections {

        @Bean(autowireCandidate = false)
        @Lazy
        ConnectionFactory other() {
            return new CachingConnectionFactory("127.0.0.1", 1);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BesideAFallback extends OwnConnections {

        @Bean
        @Fallback
        @Lazy
        ConnectionFactory other() {
            return new CachingConnectionFactory("127.0.0.1", 1);
        }
    }
}
