// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.profiler.benchmarks.server.MessageBroker;
import io.profiler.benchmarks.server.ServerProcess;
import io.profiler.point.TracePoint;
import io.profiler.store.backend.TracePointJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** {@code basicPublish} of each message, then one wait for the confirms of all; the queues are emptied after each turn. */
record Amqp(String label, @Nullable String rabbitMq) implements Backend {

    private static final Duration LIFETIME = Duration.ofMinutes(30);

    /** A broker of its own. */
    static Amqp qpid() {
        return new Amqp("messaging, Qpid", null);
    }

    /**
     * One that runs already.
     *
     * @param address host and port, where a guest may come in
     */
    static Amqp rabbitMq(String address) {
        return new Amqp("messaging, RabbitMQ", address);
    }

    @Override
    public Contestants start(Path folder) throws Exception {
        if (rabbitMq != null) {
            return contestants(rabbitMq, () -> {});
        }
        int port = ServerProcess.freePort();
        ServerProcess broker =
                ServerProcess.start(MessageBroker.command(port, folder), port, LIFETIME, folder.resolve("amqp.log"));
        return contestants("127.0.0.1:" + port, broker::close);
    }

    private static Contestants contestants(String address, Closeable server) throws Exception {
        return new Contestants(
                Contestants.open("rabbit://guest:guest@" + address + '/'),
                Client.of("amqp://guest:guest@" + address),
                server);
    }

    private record Client(Connection connection, Channel channel) implements RawClient {

        private static final String NAME = "raw.info";
        private static final String EXCHANGE = "raw";
        private static final long TIMEOUT_MILLIS = Duration.ofMinutes(1).toMillis();
        private static final BasicProperties PROPERTIES = new BasicProperties.Builder()
                .contentType("application/json")
                .contentEncoding("utf-8")
                .deliveryMode(2)
                .priority(0)
                .build();

        static Client of(String uri) throws Exception {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(uri);
            Connection connection = factory.newConnection();
            Channel channel = connection.createChannel();
            channel.exchangeDeclare(EXCHANGE, BuiltinExchangeType.TOPIC);
            channel.queueDeclare(NAME, false, false, false, Map.of());
            channel.queueBind(NAME, EXCHANGE, NAME);
            channel.confirmSelect();
            return new Client(connection, channel);
        }

        @Override
        public BulkInsert encoded(List<TracePoint> batch) {
            List<byte[]> messages = batch.stream().map(Client::message).toList();
            return () -> publish(messages);
        }

        private static byte[] message(TracePoint point) {
            String id = newId().toString();
            return TracePointJson.bytes(json -> {
                json.writeStartObject();
                json.writeStringProperty("message_id", id);
                json.writeStringProperty("publisher_id", point.host());
                json.writeStringProperty("event_type", "profiler." + point.service());
                json.writeStringProperty("priority", "INFO");
                json.writePOJOProperty("payload", point);
                json.writeStringProperty("timestamp", point.timestamp());
                json.writeStringProperty("_unique_id", id);
                json.writeEndObject();
            });
        }

        private static UUID newId() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return new UUID(random.nextLong(), random.nextLong());
        }

        private void publish(List<byte[]> messages) throws Exception {
            for (byte[] message : messages) {
                channel.basicPublish(EXCHANGE, NAME, PROPERTIES, message);
            }
            channel.waitForConfirmsOrDie(TIMEOUT_MILLIS);
        }

        @Override
        public void forgetWhatWasSent() throws Exception {
            channel.queuePurge(NAME);
            try (Channel other = connection.createChannel()) {
                other.queueDeclare("profiler.info", false, false, false, Map.of());
                other.queuePurge("profiler.info");
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
