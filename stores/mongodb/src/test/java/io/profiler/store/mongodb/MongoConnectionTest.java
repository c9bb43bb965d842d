// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import io.profiler.point.TracePoint;
import io.profiler.servers.MongoDbServer;
import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MongoConnectionTest {

    private static final String SEED_LIST = "mongodb+srv://u:geheim@traces.profiler.example/?tls=false";

    @RegisterExtension
    static final MongoDbServer mongo = new MongoDbServer();

    private final CountDownLatch silence = new CountDownLatch(1);

    @AfterEach
    void speakAgain() {
        silence.countDown();
        SeedListDns.fail();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://svc:s3%cr3t@db",
                "mongodb://svc:s3cr3t%@db",
                "mongodb://s3%cr3t:s3cr3t@db",
                "mongodb://svc:s3:cr3t@db",
                "mongodb://svc:s3@cr3t@db",
                "mongodb://svc:s3/cr3t@db",
                "mongodb://svc:s3?cr3t@db",
                "mongodb://svc:s3?cr3t=%zz@db",
                "mongodb://svc:s3#cr3t@db:x",
                "mongodb://svc:s3%cr3t@db/?authMechanism=NOPE",
                "mongodb+srv://svc:s3%cr3t@db.example.com",
                "mongodb+srv://svc:s3/cr3t@db.example.com",
            })
    void aMalformedPasswordIsNotRepeated(String value) {
        assertThatThrownBy(() -> connection(value, Duration.ofSeconds(5)))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageContaining("user name or password is not percent-encoded")
                .hasMessageNotContaining("s3")
                .hasMessageNotContaining("cr")
                .hasMessageNotContaining("svc")
                .hasMessageNotContaining("zz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://h/?s3cr3t",
                "mongodb://h/?authMechanism=s3cr3t",
                "mongodb://h/?readPreference=nearest&readPreferenceTags=s3cr3t",
                "mongodb://h/?uuidRepresentation=s3cr3t",
                "mongodb://h/?proxyHost=p&proxyUsername=u&proxyPassword=s3cr3t&proxyPassword=x",
                "mongodb://h/?maxPoolSize=s3cr3t",
            })
    void anOptionThatCannotBeReadIsNotRepeated(String value) {
        assertThatThrownBy(() -> connection(value, Duration.ofSeconds(5)))
                .isInstanceOf(InvalidConnectionStringException.class)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void whatIsWrongIsSaidWhereThatIsSafe() {
        assertThatThrownBy(() -> connection("mongodb://h/?maxPoolSize=many", Duration.ofSeconds(5)))
                .hasMessageEndingWith("its option maxpoolsize is not a number");
        assertThatThrownBy(() -> connection("mongodb://h:notaport", Duration.ofSeconds(5)))
                .hasMessageEndingWith("a port is not a number");
        assertThatThrownBy(() -> connection("mongodb+srv://h.example.com:1", Duration.ofSeconds(5)))
                .hasMessageEndingWith("can not contain a port");
    }

    @ParameterizedTest
    @CsvSource({"'', 10000", "socketTimeoutMS=700, 700", "timeoutMS=900, 10000"})
    void readsHaveATimeoutThatTheStringMayChange(String option, int millis) {
        MongoClientSettings settings = settings(option);

        assertThat(settings.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(millis);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(2000);
        assertThat(settings.getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(option.equals("timeoutMS=900") ? 900L : null);
    }

    private static MongoClientSettings settings(String option) {
        return MongoConnection.settings(
                new com.mongodb.ConnectionString("mongodb://h/?" + option), Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"socketTimeoutMS=300", "timeoutMS=300"})
    void aServerThatFallsSilentAfterItsGreetingIsUnavailable(String option) {
        mongo.interfere((command, query) -> {
            if (command.equalsIgnoreCase("insert")) {
                await(silence);
            }
            return null;
        });

        try (TraceStore store = store(mongo.connectionString() + "/?" + option)) {
            assertThatThrownBy(() -> store.append(List.of(point())))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("in time");
        }
    }

    @Test
    void aServerThatAcceptsAndSaysNothingIsUnavailable() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                TraceStore store =
                        store("mongodb://127.0.0.1:" + server.getLocalPort() + "/?serverSelectionTimeoutMS=500")) {
            assertThatThrownBy(() -> store.append(List.of(point())))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageEndingWith("no server answered in time");
        }
    }

    @Test
    void aNameServerIsNotAskedBeforeThereIsAnythingToStore() {
        SeedListDns.waitFor(silence);

        connection(SEED_LIST, Duration.ofSeconds(5)).close();
    }

    @Test
    void aNameServerThatSaysNothingIsNotWaitedForLongerThanAServer() {
        SeedListDns.waitFor(silence);

        try (MongoConnection connection = connection(SEED_LIST, Duration.ofMillis(200))) {
            assertThatThrownBy(connection::operations)
                    .isInstanceOf(MongoException.class)
                    .hasMessage("the name server did not answer in time");
        }
    }

    @Test
    void anAnswerThatComesLateIsUsed() {
        SeedListDns.waitFor(silence);
        SeedListDns.answerWithPort(27017);
        SeedList seedList = new SeedList(SEED_LIST);

        assertThatThrownBy(() -> seedList.resolve(Duration.ofMillis(50))).isInstanceOf(MongoException.class);
        silence.countDown();

        assertThat(seedList.resolve(Duration.ofSeconds(5)).getHosts()).hasSize(1);
        SeedListDns.fail();
        assertThat(seedList.resolve(Duration.ZERO).getHosts()).hasSize(1);
    }

    @Test
    void aQuestionThatFailedIsAskedAgain() {
        SeedListDns.fail();
        SeedList seedList = new SeedList(SEED_LIST);
        assertThatThrownBy(() -> seedList.resolve(Duration.ofSeconds(5))).isInstanceOf(MongoException.class);

        SeedListDns.answerWithPort(27017);

        assertThat(seedList.resolve(Duration.ofSeconds(5)).getHosts()).hasSize(1);
    }

    @Test
    void closingDoesNotWaitForTheNameServerAndLeavesNoClientBehind() {
        SeedListDns.waitFor(silence);
        SeedListDns.answerWithPort(1);
        MongoConnection connection = connection(SEED_LIST, Duration.ofSeconds(20));
        Executor ownThread = task -> new Thread(task).start();
        CompletableFuture<?> operations = CompletableFuture.runAsync(connection::operations, ownThread);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(connection::close, ownThread);
        assertThat(closing).succeedsWithin(Duration.ofSeconds(5));
        assertThat(operations).isNotDone();
        silence.countDown();

        assertThat(operations)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("closed");
    }

    @Test
    void aClosedConnectionStaysClosed() {
        MongoConnection connection = connection(mongo.connectionString(), Duration.ofSeconds(5));
        connection.close();

        assertThatThrownBy(connection::operations)
                .isInstanceOf(MongoException.class)
                .hasMessage("the connection is closed");
    }

    private static MongoConnection connection(String value, Duration connectTimeout) {
        return MongoConnection.to(new ConnectionString(value), new StoreOptions(false, null, connectTimeout));
    }

    private static TraceStore store(String value) {
        return TraceStores.open(new ConnectionString(value), StoreOptions.defaults());
    }

    private static TracePoint point() {
        return new TracePoint(
                "wsgi-start", "base", "trace", "base", "2026-01-31T00:00:00.000000", Map.of(), "demo", "api");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
