// SPDX-License-Identifier: Apache-2.0
package io.profiler.servers;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.BrokerModel;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker that speaks AMQP 0-9-1 for the tests of a class, on a free port: an embedded one, which forgets everything
 * when it is stopped. Its queues are deleted before each test.
 */
public final class AmqpBroker implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** What the broker does not take. */
    public static final int TOO_LARGE_BYTES = 4 << 20;

    private static final String[] QUEUES = {"profiler.info", "profiler.dead-letter"};

    /** What a test does on a channel of its own. */
    @FunctionalInterface
    public interface Action<T> {

        T on(Channel channel) throws Exception;
    }

    private SystemLauncher launcher;
    private Path folder;
    private int port;

    /** Where the broker is, as oslo.messaging's transport URL; what options it has are left to the test. */
    public String url() {
        return "rabbit://guest:guest@127.0.0.1:" + port + "/";
    }

    /** The port that the broker listens on, also while it is stopped. */
    public int port() {
        return port;
    }

    /** Does something over a connection of the test's own. */
    public <T> T onChannel(Action<T> action) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setPort(port);
        factory.setHost("127.0.0.1");
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            return action.on(channel);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How many messages wait in a queue and are not being read. */
    public long waiting(String queue) {
        return onChannel(channel -> channel.messageCount(queue));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("amqp");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (String queue : QUEUES) {
            deleteIfThere(channel -> channel.queueDelete(queue));
        }
        deleteIfThere(channel -> channel.exchangeDelete("openstack"));
    }

    /** Unlike RabbitMQ, the broker does not like to delete what is not there. */
    private void deleteIfThere(Action<?> deletion) {
        try {
            onChannel(deletion);
        } catch (IllegalStateException notThere) {
            if (!String.valueOf(notThere.getCause().getCause()).contains("reply-code=404")) {
                throw notThere;
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    /** Starts the broker on its port. */
    public void start() {
        Path configuration = folder.resolve("broker.json");
        try {
            Files.writeString(configuration, CONFIGURATION.formatted(BrokerModel.MODEL_VERSION));
            launcher = new SystemLauncher();
            launcher.startup(Map.of(
                    "type",
                    "Memory",
                    "initialConfigurationLocation",
                    configuration.toUri().toString(),
                    "startupLoggedToSystemOut",
                    "false",
                    "context",
                    Map.of(
                            "qpid.amqp_port",
                            String.valueOf(port),
                            "qpid.work_dir",
                            folder.toString(),
                            "qpid.max_message_size",
                            String.valueOf(TOO_LARGE_BYTES - 1))));
            new Socket("127.0.0.1", port).close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Stops the broker, and with it everything that it holds. */
    public void stop() {
        launcher.shutdown();
    }

    private static final String CONFIGURATION = """
            {"name": "test", "modelVersion": "%s",
             "authenticationproviders": [{"name": "plain", "type": "Plain", "secureOnlyMechanisms": [],
               "users": [{"name": "guest", "type": "managed", "password": "guest"}]}],
             "ports": [{"name": "AMQP", "bindingAddress": "127.0.0.1", "port": "${qpid.amqp_port}",
               "authenticationProvider": "plain", "protocols": ["AMQP_0_9_1"],
               "virtualhostaliases": [{"name": "defaultAlias", "type": "defaultAlias"},
                                      {"name": "nameAlias", "type": "nameAlias"}]}],
             "virtualhostnodes": [{"name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
               "virtualHostInitialConfiguration": "{\\"type\\": \\"Memory\\"}"}]}
            """;
}
