// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.messaging;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One pass over the queue. Messages come on a thread of the connection; another waits for the end. */
final class Reading extends DefaultConsumer {

    private final Function<byte[], Verdict> reader;
    private final long waiting;
    private final long idleNanos;
    private final long deliveryNanos;

    private long shown;
    private long lastShownNanos = System.nanoTime();
    private long lastFoundNanos = System.nanoTime();
    private boolean over;
    private @Nullable Exception failure;

    /**
     * @param deliveryTimeout how long the broker may take to send a message that it has
     */
    Reading(
            Channel channel,
            Function<byte[], Verdict> reader,
            long waiting,
            Duration idleTimeout,
            Duration deliveryTimeout) {
        super(channel);
        this.reader = reader;
        this.waiting = waiting;
        this.idleNanos = Math.max(1, idleTimeout.toNanos());
        this.deliveryNanos = deliveryTimeout.toNanos();
    }

    @Override
    public synchronized void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body)
            throws IOException {
        if (over) {
            return;
        }
        Verdict verdict = reader.apply(body);
        shown++;
        lastShownNanos = System.nanoTime();
        if (shown == waiting) {
            notifyAll();
        }
        if (verdict != Verdict.PASS) {
            lastFoundNanos = lastShownNanos;
        }
        if (verdict == Verdict.TAKE) {
            getChannel().basicAck(envelope.getDeliveryTag(), false);
        }
        if (verdict == Verdict.STOP) {
            over = true;
            notifyAll();
        }
    }

    @Override
    public void handleShutdownSignal(String tag, ShutdownSignalException cause) {
        fail(cause);
    }

    @Override
    public void handleCancel(String tag) {
        fail(new IOException("the queue " + OsloQueue.NAME + " was deleted"));
    }

    private synchronized void fail(Exception cause) {
        if (!over) {
            failure = cause;
            over = true;
            notifyAll();
        }
    }

    private long deadlineNanos() {
        return shown < waiting ? lastShownNanos + deliveryNanos : lastFoundNanos + idleNanos;
    }

    /** A part of a trace looks like a trace. */
    private void end() {
        if (shown < waiting) {
            fail(new IOException("it sent " + shown + " of " + waiting + " messages, and then none for too long"));
        }
        over = true;
    }

    /**
     * @throws IOException if the queue could not be read to its end
     */
    synchronized void await() throws IOException, InterruptedException {
        while (!over) {
            long leftNanos = deadlineNanos() - System.nanoTime();
            if (leftNanos <= 0) {
                end();
            } else {
                wait(leftNanos / 1_000_000 + 1);
            }
        }
        if (failure != null) {
            throw new IOException(Causes.inOneLine(failure), failure);
        }
    }
}
