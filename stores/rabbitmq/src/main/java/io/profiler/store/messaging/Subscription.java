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
import org.jspecify.annotations.Nullable;

/**
 * A share of what comes into the queue. Messages that are not settled when it is closed, for whatever reason, go back to
 * their places. Used by one thread.
 *
 * @since 0.1
 */
public final class Subscription implements AutoCloseable {

    private static final boolean BY_HAND = false;

    private final Broker broker;
    private final Channel channel;
    private final DeadLetters deadLetters;
    private final BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
    private String consumerTag = "";
    private volatile @Nullable Exception failure;

    private Subscription(Broker broker, Channel channel) {
        this.broker = broker;
        this.channel = channel;
        this.deadLetters = new DeadLetters(broker, channel);
    }

    static Subscription to(OsloQueue queue, Broker broker, int prefetch) {
        Subscription subscription = new Subscription(broker, broker.open());
        try {
            broker.guarded(() -> subscription.begin(queue, prefetch));
            return subscription;
        } catch (StoreUnavailableException refused) {
            subscription.close();
            throw refused;
        }
    }

    private boolean begin(OsloQueue queue, int prefetch) throws IOException {
        queue.declare(channel);
        channel.basicQos(prefetch);
        consumerTag = channel.basicConsume(OsloQueue.NAME, BY_HAND, new Arrival());
        return true;
    }

    /**
     * The next messages.
     *
     * @param most how many at the most
     * @param wait how long to wait until there are so many; afterwards there may be fewer, or none
     * @throws StoreUnavailableException if the subscription is lost, and with it every message that is not settled
     */
    public Deliveries next(int most, Duration wait) {
        Deliveries deliveries = new Deliveries(broker, channel, deadLetters);
        long deadline = System.nanoTime() + wait.toNanos();
        broker.guarded(() -> {
            for (int taken = 0; taken < most; taken++) {
                Delivery delivery = arrived.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                requireAlive();
                if (delivery == null) {
                    break;
                }
                deliveries.add(delivery);
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

    /** How many messages wait in the queue, besides those that subscribers have. */
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
            arrived.add(new Delivery(envelope, properties, body));
        }

        @Override
        public void handleShutdownSignal(String tag, ShutdownSignalException cause) {
            failure = cause;
        }

        @Override
        public void handleCancel(String tag) {
            failure = new IOException("the queue " + OsloQueue.NAME + " was deleted");
        }
    }
}
