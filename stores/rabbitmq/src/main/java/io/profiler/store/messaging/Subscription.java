// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import io.profiler.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A share of what comes into the queue. Messages that are not settled when it is closed, for whatever reason, go back to
 * their places. Closes itself when more bytes are in hand than its limits allow. Used by one thread.
 *
 * @since 0.1
 */
public final class Subscription implements AutoCloseable {

    private static final boolean BY_HAND = false;

    private final Broker broker;
    private final Channel channel;
    private final DeliveryLimits limits;
    private final DeadLetters deadLetters;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final AtomicLong bytesInHand = new AtomicLong();
    private String consumerTag = "";
    private volatile long mostBytesInHand;
    private volatile boolean overfull;
    private volatile @Nullable Exception failure;

    private Subscription(Broker broker, Channel channel, DeliveryLimits limits) {
        this.broker = broker;
        this.channel = channel;
        this.limits = limits;
        this.deadLetters = new DeadLetters(broker, channel);
    }

    static Subscription to(OsloQueue queue, Broker broker, DeliveryLimits limits) {
        Subscription subscription = new Subscription(broker, broker.open(), limits);
        try {
            broker.guarded(() -> subscription.begin(queue));
            return subscription;
        } catch (StoreUnavailableException refused) {
            subscription.close();
            throw refused;
        }
    }

    private boolean begin(OsloQueue queue) throws IOException {
        broker.willReceive();
        queue.declare(channel);
        channel.basicQos(limits.messages());
        consumerTag = channel.basicConsume(OsloQueue.NAME, BY_HAND, new Arrival());
        return true;
    }

    /**
     * {@return the next messages, in the order of the queue; none if none came in time}
     *
     * @param most how many at the most; fewer if they are large
     * @param wait how long to wait until there are so many; afterwards there may be fewer, or none
     * @throws StoreUnavailableException if the subscription is lost, and with it every message that is not settled
     */
    public Deliveries next(int most, Duration wait) {
        Deliveries deliveries = new Deliveries(broker, channel, deadLetters, bytesInHand);
        long deadline = System.nanoTime() + wait.toNanos();
        broker.guarded(() -> {
            while (deliveries.messages() < Math.min(most, limits.messages())
                    && deliveries.bytes() < limits.batchBytes()) {
                Arrived next = arrived.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                requireAlive();
                if (next == null) {
                    break;
                }
                deliveries.add(next);
            }
            return deliveries;
        });
        return deliveries;
    }

    private void requireAlive() throws IOException {
        Exception lost = failure;
        if (lost != null) {
            throw new IOException(Causes.inOneLine(lost), lost);
        }
    }

    /** {@return whether more bytes came than its limits allow: it is closed, and what is not settled back in the queue} */
    public boolean isOverfull() {
        return overfull;
    }

    /** {@return the most bytes that were in hand at one time so far} */
    public long mostBytesInHand() {
        return mostBytesInHand;
    }

    /** {@return how many messages wait in the queue, besides those that subscribers have; asks the broker} */
    public long waiting() {
        return broker.guarded(() -> channel.messageCount(OsloQueue.NAME));
    }

    /** Asks for no more messages; those that are here can still be taken by {@link #next}. */
    public void stop() {
        broker.guarded(() -> {
            channel.basicCancel(consumerTag);
            return true;
        });
    }

    @Override
    public void close() {
        try {
            channel.abort();
        } catch (IOException | ShutdownSignalException alreadyClosed) {
            failure = alreadyClosed;
        }
    }

    private final class Arrival extends DefaultConsumer {

        Arrival() {
            super(channel);
        }

        @Override
        public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
            if (overfull) {
                return;
            }
            Arrived message = Arrived.of(new Delivery(envelope, properties, body), limits.messageBytes());
            long before = bytesInHand.getAndAdd(message.bytes());
            mostBytesInHand = Math.max(mostBytesInHand, before + message.bytes());
            if (before > 0 && before + message.bytes() > limits.bytes()) {
                giveBack();
            } else {
                arrived.add(message);
            }
        }

        /** Those that are on their way would come, too, if the channel stayed open. */
        private void giveBack() {
            overfull = true;
            failure = new IOException("more than " + limits.bytes() + " bytes of messages are in hand");
            arrived.clear();
            close();
        }

        @Override
        public void handleShutdownSignal(String tag, ShutdownSignalException cause) {
            if (!overfull) {
                failure = cause;
            }
        }

        @Override
        public void handleCancel(String tag) {
            failure = new IOException("the queue " + OsloQueue.NAME + " was deleted");
        }
    }
}
