// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.profiler.internal.VisibleText;
import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.backend.TraceListing;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Some messages from the queue, in its order; all of them stay there until they are settled. Not thread-safe.
 *
 * @since 0.1
 */
public final class Deliveries {

    private static final int LONGEST_NAME = 4 * TraceListing.LONGEST_ID;

    private final Broker broker;
    private final Channel channel;
    private final DeadLetters deadLetters;
    private final List<TracePoint> points = new ArrayList<>();
    private final Map<TracePoint, Delivery> sources = new IdentityHashMap<>();
    private final Map<Delivery, String> dead = new LinkedHashMap<>();
    private final AtomicLong bytesInHand;
    private int messages;
    private long bytes;
    private long lastTag;

    /**
     * @param bytesInHand of the subscription, less these when they are settled
     */
    Deliveries(Broker broker, Channel channel, DeadLetters deadLetters, AtomicLong bytesInHand) {
        this.broker = broker;
        this.channel = channel;
        this.deadLetters = deadLetters;
        this.bytesInHand = bytesInHand;
    }

    void add(Arrived message) {
        Delivery delivery = message.delivery();
        lastTag = delivery.getEnvelope().getDeliveryTag();
        messages++;
        bytes += message.bytes();
        if (message.isTooLarge()) {
            dead.put(
                    delivery,
                    "too large to be read: it had " + message.sent() + " bytes, of which the first " + message.bytes()
                            + " are kept");
        } else {
            read(delivery);
        }
    }

    private void read(Delivery delivery) {
        try {
            TracePoint point = Notification.read(delivery.getBody());
            requireTime(point);
            requireShort("base_id", point.baseId(), TraceListing.LONGEST_ID);
            requireShort("trace_id", point.traceId(), TraceListing.LONGEST_ID);
            requireShort("parent_id", point.parentId(), TraceListing.LONGEST_ID);
            requireShort("name", point.name(), LONGEST_NAME);
            points.add(point);
            sources.put(point, delivery);
        } catch (IllegalArgumentException foreign) {
            dead.put(delivery, VisibleText.inMessage(foreign.getMessage()));
        }
    }

    /** No store sorts by it, and none of OSprofiler's tools reads it. */
    private static void requireTime(TracePoint point) {
        if (PointTime.parse(point.timestamp()) == null) {
            throw new IllegalArgumentException("not a trace point: its 'timestamp' cannot be read");
        }
    }

    /** Indexes and lists hold many of them. */
    private static void requireShort(String member, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("not a trace point: its '" + member + "' has " + text.length()
                    + " characters, more than " + longest);
        }
    }

    /** {@return whether no message came in time, not even a dead letter} */
    public boolean isEmpty() {
        return messages() == 0;
    }

    /** {@return how many messages these are, those included that are no trace points} */
    public int messages() {
        return messages;
    }

    long bytes() {
        return bytes;
    }

    /** {@return the messages that are trace points, the rejected ones included; not to be changed} */
    public List<TracePoint> points() {
        return points;
    }

    /** {@return how many messages are going to be dead letters: what is no trace point, and what was rejected so far} */
    public int dead() {
        return dead.size();
    }

    /**
     * Makes a dead letter of one of the points.
     *
     * @param point one of {@link #points()}, or one like it: then each that is like it
     * @param reason kept with the letter
     */
    public void reject(TracePoint point, String reason) {
        Delivery source = sources.get(point);
        if (source != null) {
            dead.put(source, reason);
        } else {
            points.stream().filter(point::equals).forEach(like -> dead.put(sources.get(like), reason));
        }
    }

    /**
     * Moves dead letters to their queue, and then takes all messages out of this one.
     *
     * @throws StoreUnavailableException if the broker is away; then they stay in the queue, and are delivered again
     */
    public void settle() {
        broker.guarded(() -> {
            if (!dead.isEmpty()) {
                deadLetters.keep(dead);
            }
            channel.basicAck(lastTag, true);
            return true;
        });
        bytesInHand.addAndGet(-bytes);
    }
}
