// SPDX-License-Identifier: Apache-2.0
package io.profiler.collect;

import io.profiler.export.BackOff;
import io.profiler.internal.OccasionalLog;
import io.profiler.store.OpenedStores;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.messaging.Deliveries;
import io.profiler.store.messaging.Subscription;
import io.profiler.store.messaging.TracePointQueue;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Moves trace points from a queue into a store, beside any number of other collectors.
 *
 * <p>A message leaves the queue only when its trace point is stored, so that a collector that is killed loses nothing;
 * what it had stored is delivered again, and stored again, which changes nothing. While the store is away, messages stay
 * in the queue. What is no trace point, and what the store refuses for good, goes to the queue {@code
 * profiler.dead-letter}.
 *
 * <p>Queue and stores stay their owner's.
 *
 * @since 0.1
 */
public final class Collector {

    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

    private final TracePointQueue queue;
    private final Storing storing;
    private final CollectorSettings settings;
    private final Prefetch prefetch;
    private final BackOff brokerBackOff;
    private final OccasionalLog faults = new OccasionalLog(LoggerFactory.getLogger(Collector.class));

    private long lastLookNanos = System.nanoTime() - LOOK_INTERVAL.toNanos();
    private volatile CollectorCounts counts = CollectorCounts.NONE;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    /**
     * A collector that has not begun.
     *
     * @param queue where messages are taken from; stays open when it stops
     * @param stores where trace points go: a message leaves the queue once each of them has its point; stay open, too
     * @param settings how much is in hand, and how long a batch may wait
     * @throws IllegalArgumentException if one of the stores is a queue itself, or no store
     */
    public Collector(TracePointQueue queue, OpenedStores stores, CollectorSettings settings) {
        this.queue = queue;
        this.settings = settings;
        this.prefetch = new Prefetch(settings);
        this.storing = new Storing(stores, settings.maxBackOff());
        this.brokerBackOff = new BackOff(settings.maxBackOff());
    }

    /**
     * Collects on the calling thread until {@link #stop()}, whether broker and store are there or away. Never throws,
     * and goes on after an interrupt.
     */
    public void run() {
        run(false);
    }

    /** Collects until nothing waits in the queue, or {@link #stop()}. */
    public void runUntilEmpty() {
        run(true);
    }

    private void run(boolean untilEmpty) {
        thread = Thread.currentThread();
        while (mayGoOn()) {
            try {
                if (subscribe(untilEmpty)) {
                    return;
                }
            } catch (StoreUnavailableException away) {
                prefetch.lower();
                brokerBackOff.failed(away);
                brokerBackOff.pause(() -> stopping);
            } catch (Throwable fault) {
                prefetch.lower();
                pauseAfter(fault);
            }
        }
    }

    /** Whether the work is done; else it goes on with another subscription. */
    private boolean subscribe(boolean untilEmpty) {
        Subscription subscription = queue.subscribe(prefetch.limits());
        try (subscription) {
            brokerBackOff.succeeded();
            return collect(subscription, untilEmpty);
        } catch (StoreUnavailableException lost) {
            if (!subscription.isOverfull()) {
                throw lost;
            }
            prefetch.lower();
            return false;
        }
    }

    /** Nothing but {@link #stop} ends it: an interrupt may be a store's, or anybody's. */
    private boolean mayGoOn() {
        Thread.interrupted();
        return !stopping;
    }

    private void pauseAfter(Throwable fault) {
        faults.warn("Collecting failed; what was in hand is back in the queue, and it begins again", fault);
        if (mayGoOn()) {
            LockSupport.parkNanos(this, PAUSE_AFTER_FAULT.toNanos());
        }
    }

    /** Whether the work is done, or only this subscription is. */
    private boolean collect(Subscription subscription, boolean untilEmpty) {
        boolean asking = true;
        while (true) {
            if (asking && (stopping || prefetch.isChanging())) {
                subscription.stop();
                asking = false;
            }
            Deliveries deliveries = subscription.next(settings.batchSize(), settings.flushInterval());
            look(subscription, untilEmpty && deliveries.isEmpty());
            if (!deliveries.isEmpty()) {
                if (!storing.store(deliveries, () -> stopping)) {
                    return true;
                }
                settle(deliveries);
                prefetch.settled(deliveries.messages(), subscription.mostBytesInHand());
            } else if (stopping || untilEmpty && counts.waiting() == 0) {
                return true;
            } else if (!asking) {
                return false;
            }
        }
    }

    private void settle(Deliveries deliveries) {
        deliveries.settle();
        int rejected = storing.rejected();
        counts = counts.plus(deliveries.points().size() - rejected, deliveries.dead() - rejected, rejected);
    }

    private void look(Subscription subscription, boolean now) {
        long nanos = System.nanoTime();
        if (now || nanos - lastLookNanos >= LOOK_INTERVAL.toNanos()) {
            lastLookNanos = nanos;
            counts = counts.withWaiting(subscription.waiting());
        }
    }

    /**
     * Ends {@link #run()} soon: what has been delivered is stored if the store is there, and else goes back to the queue.
     */
    public void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    /**
     * Lets {@link #run()} and {@link #runUntilEmpty()} collect again, which return at once after {@link #stop()}. For whoever
     * has seen them return: one that is at work still would go on.
     */
    public void reopen() {
        stopping = false;
    }

    /** {@return what was done so far; may be asked by any thread, at any time} */
    public CollectorCounts counts() {
        return counts;
    }
}
