// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import java.time.Duration;

/**
 * How the queue is declared, which has to be as everybody else declares it, and how long a reader waits.
 *
 * @param durable whether exchange and queue outlive a restart of the broker; oslo.messaging's {@code
 *     amqp_durable_queues}
 * @param quorum whether the queue is replicated in the broker's cluster; oslo.messaging's {@code rabbit_quorum_queue}
 * @param idleTimeout how long after a trace's last point a reader waits for another; OSprofiler's {@code
 *     --idle-timeout}
 * @since 0.1
 */
public record MessagingOptions(boolean durable, boolean quorum, Duration idleTimeout) {

    /** {@return what OSprofiler and oslo.messaging do without any setting: neither durable nor replicated, one second} */
    public static MessagingOptions defaults() {
        return new MessagingOptions(false, false, Duration.ofSeconds(1));
    }

    /**
     * {@return the options that a connection string ends in, such as {@code messaging://?amqp_durable_queues=true}}
     *
     * @param connectionString with any of the options, or without; {@link #defaults()} stand in for missing ones
     * @throws InvalidConnectionStringException if the string is malformed
     */
    public static MessagingOptions of(ConnectionString connectionString) {
        return TransportUrl.of(connectionString).options();
    }
}
