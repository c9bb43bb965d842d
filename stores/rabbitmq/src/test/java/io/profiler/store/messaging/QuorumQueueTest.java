// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import io.profiler.store.StoreInUseException;
import io.profiler.store.StoreStatus;
import io.profiler.store.TraceQuery;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** RabbitMQ 4, which no artifact brings: what is said to it is recorded. */
class QuorumQueueTest {

    private static final String[] LOOKS = {"basicConsume", "basicGet"};

    private final List<String> calls = new ArrayList<>();

    @Test
    void isNotLookedIntoWhereThatCostsMessages() {
        try (MessagingTraceStore store = store(true, "4.1.0")) {
            for (ThrowingCallable look : List.<ThrowingCallable>of(
                    () -> store.read("base"), () -> store.list(TraceQuery.all()), () -> store.delete("base"))) {
                assertThatThrownBy(look)
                        .isInstanceOf(StoreInUseException.class)
                        .hasMessageContaining("drops messages of a quorum queue that were looked at 20 times");
            }
            StoreStatus status = store.status();

            assertThat(status.points()).isEqualTo(7);
            assertThat(status.writers()).isNull();
        }
        assertThat(calls).doesNotContain(LOOKS);
    }

    @ParameterizedTest
    @CsvSource({"true, 3.13.7", "false, 4.1.0"})
    void isLookedIntoWhereItCostsNone(boolean quorum, String version) {
        try (MessagingTraceStore store = store(quorum, version)) {
            store.status();
        }
        assertThat(calls).contains("basicGet");
    }

    private MessagingTraceStore store(boolean quorum, String version) {
        Map<String, Object> properties = Map.of("product", "RabbitMQ", "version", version);
        var server = fake(
                com.rabbitmq.client.Connection.class,
                (proxy, method, arguments) -> method.getName().equals("getServerProperties") ? properties : null);
        Channel channel = fake(Channel.class, (proxy, method, arguments) -> {
            calls.add(method.getName());
            return switch (method.getName()) {
                case "messageCount" -> 7L;
                case "getConnection" -> server;
                default -> null;
            };
        });
        var delegate = fake(
                com.rabbitmq.client.Connection.class,
                (proxy, method, arguments) -> method.getName().equals("createChannel") ? channel : null);
        Connection connection = fake(
                Connection.class,
                (proxy, method, arguments) -> method.getName().equals("getDelegate") ? delegate : null);
        ConnectionFactory connections =
                fake(ConnectionFactory.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "createConnection" -> connection;
                    case "removeConnectionListener" -> true;
                    default -> null;
                });
        return new MessagingTraceStore(
                Broker.sharing(connections), new MessagingOptions(true, quorum, Duration.ofMillis(10)));
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
