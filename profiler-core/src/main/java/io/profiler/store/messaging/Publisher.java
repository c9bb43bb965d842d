// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.Channel;
import io.profiler.point.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Publishes trace points, and waits until the broker has confirmed that it is responsible for each of them. */
final class Publisher {

    private static final Logger logger = LoggerFactory.getLogger(Publisher.class);

    private final Broker broker;
    private final OsloQueue queue;
    private final OccasionalLog rejected = new OccasionalLog(logger);
    private @Nullable ConfirmedSending sending;

    Publisher(Broker broker, OsloQueue queue) {
        this.broker = broker;
        this.queue = queue;
    }

    AppendResult publish(List<TracePoint> points) {
        List<byte[]> bodies = new ArrayList<>(points.size());
        for (TracePoint point : points) {
            try {
                bodies.add(Notification.of(point));
            } catch (JacksonException unwritable) {
                rejected.warn("A trace point has no form in JSON and is dropped", unwritable);
            }
        }
        int stored = bodies.isEmpty() ? 0 : send(bodies);
        return new AppendResult(stored, points.size() - stored);
    }

    /** What the broker finds too large takes the channel with it; the other half of the messages goes without it. */
    private int send(List<byte[]> bodies) {
        try {
            sendAll(bodies);
            return bodies.size();
        } catch (StoreUnavailableException refused) {
            if (!Faults.isMessageTooLarge(refused)) {
                throw refused;
            }
            return sendWithoutTooLarge(bodies, refused);
        }
    }

    private int sendWithoutTooLarge(List<byte[]> bodies, StoreUnavailableException refused) {
        if (bodies.size() == 1) {
            rejected.warn("A trace point is dropped", refused);
            return 0;
        }
        int half = bodies.size() / 2;
        return send(bodies.subList(0, half)) + send(bodies.subList(half, bodies.size()));
    }

    /** A channel is opened when it is first needed and after each fault, and serves all batches between. */
    private synchronized void sendAll(List<byte[]> bodies) {
        ConfirmedSending ready = sending;
        ConfirmedSending current = ready != null && ready.isOpen() ? ready : broker.guarded(this::open);
        sending = null;
        try {
            broker.guarded(() -> send(current, bodies));
            sending = current;
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

    private static boolean send(ConfirmedSending sending, List<byte[]> bodies)
            throws IOException, TimeoutException, InterruptedException {
        for (byte[] body : bodies) {
            sending.send(OsloQueue.EXCHANGE, OsloQueue.NAME, OsloQueue.PROPERTIES, body);
        }
        sending.awaitConfirms();
        return true;
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
