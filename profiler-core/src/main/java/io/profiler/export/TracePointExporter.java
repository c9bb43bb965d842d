// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.store.TraceWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * Takes trace points off the threads of profiled requests and stores them on a thread of its own, which is started by
 * the first profiled request. With several stores each has a queue, a thread and counts of its own, so that one which is
 * away or slow holds up no other.
 *
 * <p>Thread-safe. The store stays its owner's: closing the exporter does not close it.
 *
 * @since 0.1
 */
public final class TracePointExporter implements TracePointSink, AutoCloseable {

    private final Lane[] lanes;
    private final ExportSettings settings;
    private final LongAdder overLimit = new LongAdder();
    private boolean closed;

    /**
     * Starts to export to one store.
     *
     * @param store where points go
     * @param settings of the queue and the batches
     */
    public TracePointExporter(TraceWriter store, ExportSettings settings) {
        this(List.of(store), settings);
    }

    /**
     * Starts to export to several stores.
     *
     * @param stores each of which gets every point
     * @param settings of the queue and the batches of each store
     */
    public TracePointExporter(List<? extends TraceWriter> stores, ExportSettings settings) {
        this.lanes = IntStream.range(0, stores.size())
                .mapToObj(number -> new Lane(stores.get(number), settings, number))
                .toArray(Lane[]::new);
        this.settings = settings;
    }

    /** The stores watch the same chunk; for one that has no room, its points count as dropped. */
    @Override
    public boolean offer(TracePointChunk chunk) {
        return offer(chunk, false);
    }

    /** Beyond what may wait there is an eighth of it for the ends of requests. */
    @Override
    public boolean offerEnd(TracePointChunk chunk) {
        return offer(chunk, true);
    }

    private boolean offer(TracePointChunk chunk, boolean end) {
        if (lanes.length == 1) {
            return lanes[0].offer(chunk, end);
        }
        boolean[] taken = new boolean[lanes.length];
        boolean byAny = false;
        for (int i = 0; i < lanes.length; i++) {
            taken[i] = lanes[i].offer(chunk, end);
            byAny |= taken[i];
        }
        for (int i = 0; byAny && i < lanes.length; i++) {
            if (!taken[i]) {
                lanes[i].waiting().miss(chunk);
            }
        }
        return byAny;
    }

    @Override
    public void ready() {
        for (Lane lane : lanes) {
            lane.wake();
        }
    }

    @Override
    public void drop(TracePointChunk refused, int points) {
        for (Lane lane : lanes) {
            lane.waiting().drop(refused, points);
        }
    }

    @Override
    public void dropOverLimit(int points) {
        overLimit.add(points);
    }

    /** {@return what became of all points so far; with several stores a point counts once for each} */
    public PointCounts counts() {
        PointCounts sum = PointCounts.NONE;
        for (Lane lane : lanes) {
            sum = sum.plus(counts(lane));
        }
        return sum;
    }

    /** {@return what became of all points so far, by store} */
    public Map<TraceWriter, PointCounts> countsByStore() {
        Map<TraceWriter, PointCounts> counts = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            counts.put(lane.store(), counts(lane));
        }
        return counts;
    }

    /** {@return whether each store could be reached when points were last sent to it; asks none of them} */
    public Map<TraceWriter, StoreReach> reachByStore() {
        Map<TraceWriter, StoreReach> reach = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            reach.put(lane.store(), lane.reach());
        }
        return reach;
    }

    private PointCounts counts(Lane lane) {
        return lane.waiting().counts().withOverLimit(overLimit.sum());
    }

    /** Stores what waits, for as long as {@link ExportSettings#shutdownTimeout()} at the most; the rest is dropped. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        long deadlineNanos = System.nanoTime() + TimeUnit.NANOSECONDS.convert(settings.shutdownTimeout());
        for (Lane lane : lanes) {
            lane.finish();
        }
        for (Lane lane : lanes) {
            lane.awaitEnd(deadlineNanos);
        }
    }

    /**
     * Takes points again after {@link #close()}, as an application does that is stopped and started again. What was not stored
     * by then waits again, and counts as dropped no longer. Does nothing if it is not closed.
     */
    public void reopen() {
        synchronized (this) {
            if (!closed) {
                return;
            }
            closed = false;
        }
        for (Lane lane : lanes) {
            lane.reopen();
        }
    }
}
