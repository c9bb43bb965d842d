// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.store.ConnectionString;
import io.profiler.store.InvalidConnectionStringException;
import io.profiler.store.StoreUnavailableException;
import java.time.Duration;

/**
 * The queue that applications send trace points to, for whoever takes them out of it. Thread-safe.
 *
 * @since 0.1
 */
public final class TracePointQueue implements AutoCloseable {

    private final Broker broker;
    private final OsloQueue queue;

    /**
     * A queue of a broker, which is not asked yet.
     *
     * @param broker closed with the queue
     * @param options as those of everybody else who declares the queue, or the broker refuses it
     */
    public TracePointQueue(Broker broker, MessagingOptions options) {
        this.broker = broker;
        this.queue = new OsloQueue(options);
    }

    /**
     * {@return the queue of the broker at a transport URL, without connecting}
     *
     * @param transportUrl {@code rabbit://USER:PASSWORD@HOST:PORT/VIRTUAL_HOST}
     * @param connectTimeout how long a call waits for a connection
     * @throws InvalidConnectionStringException if it is malformed
     */
    public static TracePointQueue at(ConnectionString transportUrl, Duration connectTimeout) {
        TransportUrl url = TransportUrl.of(transportUrl);
        return new TracePointQueue(Broker.at(url, connectTimeout), url.options());
    }

    /**
     * Begins to take messages out, beside other subscribers.
     *
     * @param limits how much may be on its way or in hand at a time
     * @return a share of the messages, on a channel of its own; the caller closes it
     * @throws StoreUnavailableException if the broker cannot be reached, or refuses
     */
    public Subscription subscribe(DeliveryLimits limits) {
        return Subscription.to(queue, broker, limits);
    }

    @Override
    public void close() {
        broker.close();
    }

    @Override
    public String toString() {
        return broker.toString();
    }
}
