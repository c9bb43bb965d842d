// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.NoOpMetricsCollector;
import io.profiler.internal.BackgroundThread;
import io.profiler.store.InvalidConnectionStringException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** Connections that the profiler makes for itself: bounded waits, and not a word in the log that is not ours. */
final class OwnConnections {

    /**
     * The client refuses messages that have this size, and ends the connection with them, so that they come again and again:
     * no broker of RabbitMQ's can be told to take one.
     */
    static final int REFUSED_MESSAGE = (512 << 20) + 1;

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private OwnConnections() {}

    static CachingConnectionFactory to(TransportUrl url, Duration connectTimeout) {
        ConnectionFactory client = new ConnectionFactory();
        client.setAutomaticRecoveryEnabled(false);
        client.setUsername(url.user());
        client.setPassword(url.password());
        client.setVirtualHost(url.virtualHost());
        client.setRequestedHeartbeat((int) HEARTBEAT.toSeconds());
        client.setHandshakeTimeout(millis(handshake(connectTimeout)));
        if (url.tls()) {
            useTls(client);
        }
        CachingConnectionFactory connections = new CachingConnectionFactory(client);
        connections.setAddresses(url.addresses());
        takeOver(connections, connectTimeout);
        return connections;
    }

    private static void useTls(ConnectionFactory client) {
        try {
            client.useSslProtocol(SSLContext.getDefault());
            client.enableHostnameVerification();
        } catch (GeneralSecurityException unavailable) {
            throw new InvalidConnectionStringException("the transport URL asks for TLS, which this Java does not have");
        }
    }

    /** Of an application's settings all count but these. */
    static void takeOver(CachingConnectionFactory connections, Duration connectTimeout) {
        ConnectionFactory client = connections.getRabbitConnectionFactory();
        client.setConnectionTimeout(shorter(client.getConnectionTimeout(), connectTimeout));
        client.setHandshakeTimeout(shorter(client.getHandshakeTimeout(), handshake(connectTimeout)));
        client.setMetricsCollector(new NoOpMetricsCollector());
        client.setAutomaticRecoveryEnabled(false);
        client.setChannelRpcTimeout(millis(ANSWER_TIMEOUT));
        client.setMaxInboundMessageBodySize(REFUSED_MESSAGE);
        client.setExceptionHandler(new QuietExceptionHandler());
        connections.setConnectionNameStrategy(factory -> "profiler");
        connections.setConnectionThreadFactory(task -> BackgroundThread.of(task, "profiler-messaging"));
        connections.setCloseTimeout(millis(CLOSE_TIMEOUT));
        connections.setCloseExceptionLogger((log, message, cause) ->
                LoggerFactory.getLogger(OwnConnections.class).debug(message, cause));
    }

    /** The client gives each of two answers half of it. */
    private static Duration handshake(Duration connectTimeout) {
        return connectTimeout.multipliedBy(2);
    }

    /** Zero means forever. */
    private static int shorter(int presentMillis, Duration other) {
        return presentMillis == 0 ? millis(other) : Math.min(presentMillis, millis(other));
    }

    private static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
    }
}
