// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Channel;
import io.profiler.store.StoreInUseException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/**
 * Looks at every message that waits in the queue. Nothing is acknowledged but what the reader takes, so that the broker
 * puts all others back to their places when the channel closes, for whatever reason.
 */
final class QueueReader {

    private static final boolean BY_HAND = false;

    /** How long the broker may take to send a message that it has. */
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(10);

    private final Broker broker;
    private final OsloQueue queue;
    private final Duration idleTimeout;

    QueueReader(Broker broker, OsloQueue queue, Duration idleTimeout) {
        this.broker = broker;
        this.queue = queue;
        this.idleTimeout = idleTimeout;
    }

    /**
     * Shows the body of each message, until all that waited have been shown, and none of those that are looked for has
     * come for the idle timeout, or one of them is enough. One reader at a time: two would show each other's gaps.
     *
     * @throws io.profiler.store.StoreUnavailableException if the broker is away, or stops before all were shown
     * @throws StoreInUseException if somebody else takes or reads its messages, or a look may cost some
     */
    synchronized void read(Function<byte[], Verdict> reader) {
        broker.willReceive();
        broker.onChannel(channel -> {
            Returns.requireUnlimited(channel, queue, broker);
            queue.declare(channel);
            long waiting = channel.messageCount(OsloQueue.NAME);
            Reading reading = new Reading(channel, reader, waiting, idleTimeout, DELIVERY_TIMEOUT);
            consumeExclusively(channel, reading);
            reading.await();
            return true;
        });
    }

    private void consumeExclusively(Channel channel, Reading reading) throws IOException {
        try {
            channel.basicConsume(OsloQueue.NAME, BY_HAND, "", false, true, null, reading);
        } catch (IOException refused) {
            if (Causes.isForUseByAnother(refused)) {
                throw new StoreInUseException(
                        broker + " gives no traces back now: a collector takes them from its queue " + OsloQueue.NAME
                                + " to its own store, or somebody reads it, who is done soon",
                        refused);
            }
            throw refused;
        }
    }
}
