// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Channel;
import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.Rejection;
import io.profiler.store.backend.Halving;
import io.profiler.store.backend.PointKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes trace points, and waits until the broker has confirmed that it is responsible for each of them. */
final class Publisher {

    private static final Logger logger = LoggerFactory.getLogger(Publisher.class);
    private static final int BURST = 250;

    private final Broker broker;
    private final OsloQueue queue;
    private final OccasionalLog rejected = new OccasionalLog(logger);
    private @Nullable ConfirmedSending sending;

    Publisher(Broker broker, OsloQueue queue) {
        this.broker = broker;
        this.queue = queue;
    }

    /** What the broker finds too large takes the channel with it; the other half of the points goes without it. */
    AppendResult publish(List<TracePoint> points) {
        List<Rejection> rejections = Halving.send(
                points,
                this::sendAll,
                Causes::isMessageTooLarge,
                (point, refused) ->
                        List.of(rejection(point, broker + " does not take it: " + Causes.inOneLine(refused))));
        return AppendResult.allBut(points.size(), rejections);
    }

    /** A channel is opened when it is first needed and after each fault, and serves all batches between. */
    private synchronized List<Rejection> sendAll(List<TracePoint> points) {
        ConfirmedSending ready = sending;
        ConfirmedSending current = ready != null && ready.isOpen() ? ready : broker.guarded(this::open);
        sending = null;
        try {
            List<Rejection> rejections = broker.guarded(() -> send(current, points));
            sending = current;
            return rejections;
        } finally {
            if (sending == null) {
                current.abort();
            }
        }
    }

    private ConfirmedSending open() throws IOException {
        Channel channel = broker.open();
        ConfirmedSending opened = new ConfirmedSending(broker, channel);
        queue.declare(channel);
        return opened;
    }

    /** The broker works on one burst while the next is made; a trickle would wake it up for each message. */
    private List<Rejection> send(ConfirmedSending sending, List<TracePoint> points)
            throws IOException, TimeoutException, InterruptedException {
        List<Rejection> rejections = new ArrayList<>();
        for (int from = 0; from < points.size(); from += BURST) {
            List<byte[]> bodies = bodies(points.subList(from, Math.min(from + BURST, points.size())), rejections);
            for (byte[] body : bodies) {
                sending.send(OsloQueue.EXCHANGE, OsloQueue.NAME, OsloQueue.PROPERTIES, body);
            }
        }
        sending.awaitConfirms();
        return rejections;
    }

    private List<byte[]> bodies(List<TracePoint> points, List<Rejection> rejections) {
        List<byte[]> bodies = new ArrayList<>(points.size());
        for (TracePoint point : points) {
            try {
                bodies.add(Notification.of(point));
            } catch (IllegalArgumentException unwritable) {
                rejections.add(rejection(point, String.valueOf(unwritable.getMessage())));
            }
        }
        return bodies;
    }

    private Rejection rejection(TracePoint point, String reason) {
        rejected.warn("Trace point " + PointKey.of(point) + " is dropped: " + reason);
        return new Rejection(point, reason);
    }

    /** Gives the channel back. */
    synchronized void close() {
        ConfirmedSending open = sending;
        sending = null;
        if (open != null) {
            open.abort();
        }
    }
}
