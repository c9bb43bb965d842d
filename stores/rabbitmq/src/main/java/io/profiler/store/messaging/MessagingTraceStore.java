// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ReadLimit;
import io.profiler.store.StoreStatus;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends trace points through RabbitMQ as OSprofiler 3.4.3 does through oslo.messaging: notifications of the topic {@code
 * profiler}, in the queue {@code profiler.info}. There they wait for a collector.
 *
 * <p>A queue cannot tell what it already holds: a batch that is sent again is there twice until it is collected or read,
 * and counted once by both. Reading and listing look at the whole queue and leave everything in it; as long as somebody
 * else consumes it, a collector for one, they are refused rather than shown half a trace. All failed traces are listed,
 * whoever sent them. Deleting a trace takes its messages out of the queue.
 *
 * @since 0.1
 */
public final class MessagingTraceStore implements TraceStore {

    private static final Logger logger = LoggerFactory.getLogger(MessagingTraceStore.class);

    private final Broker broker;
    private final OsloQueue queue;
    private final Publisher publisher;
    private final QueueReader reader;
    private final OccasionalLog tooLarge = new OccasionalLog(logger);

    /**
     * A store over one queue of a broker, which is not asked yet.
     *
     * @param broker closed with the store
     * @param options as those of everybody else who declares the queue, or the broker refuses it
     */
    public MessagingTraceStore(Broker broker, MessagingOptions options) {
        this.queue = new OsloQueue(options);
        this.broker = broker;
        this.publisher = new Publisher(broker, queue);
        this.reader = new QueueReader(broker, queue, options.idleTimeout());
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        return publisher.publish(points);
    }

    @Override
    public List<TracePoint> read(String baseId) {
        return read(baseId, ReadLimit.NONE);
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        QueuedPoints found = new QueuedPoints(baseId, limit);
        read(found::visit);
        return found.toList();
    }

    private void read(Function<TracePoint, Verdict> visitor) {
        reader.read(body -> {
            TracePoint point = pointOrNull(body);
            return point == null ? Verdict.PASS : visitor.apply(point);
        });
    }

    private @Nullable TracePoint pointOrNull(byte[] body) {
        if (body.length > Notification.MOST_BYTES) {
            tooLarge.warn("A message of " + body.length + " bytes in the queue of " + broker
                    + " is left out: no more than " + Notification.MOST_BYTES + " are read of one");
            return null;
        }
        try {
            return Notification.read(body);
        } catch (IllegalArgumentException foreign) {
            logger.debug("A message in the queue is left out", foreign);
            return null;
        }
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        QueuedTraces traces = new QueuedTraces(query.latest());
        read(point -> {
            traces.add(point);
            return Verdict.READ;
        });
        return query.select(query.failedOnly() ? traces.failed() : traces.all());
    }

    @Override
    public String changeMark() {
        return broker.onChannel(channel -> {
            queue.declare(channel);
            return String.valueOf(channel.messageCount(OsloQueue.NAME));
        });
    }

    @Override
    public long delete(String baseId) {
        SeenPoints taken = new SeenPoints();
        AtomicLong count = new AtomicLong();
        read(point -> {
            if (!point.baseId().equals(baseId)) {
                return Verdict.PASS;
            }
            count.addAndGet(taken.add(point) ? 1 : 0);
            return Verdict.TAKE;
        });
        return count.get();
    }

    @Override
    public StoreStatus status() {
        return broker.onChannel(channel -> BrokerStatus.read(channel, queue));
    }

    @Override
    public void close() {
        publisher.close();
        broker.close();
    }

    @Override
    public String toString() {
        return broker.toString();
    }
}
