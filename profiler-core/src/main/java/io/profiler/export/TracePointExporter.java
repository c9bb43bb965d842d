// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.TracePointChunk;
import io.profiler.point.TracePointSink;
import io.profiler.store.TraceStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes trace points off the threads of profiled requests and stores them on a thread of its own, which is started by
 * the first profiled request.
 *
 * <p>Thread-safe. The store stays its owner's: closing the exporter does not close it.
 */
public final class TracePointExporter implements TracePointSink, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(TracePointExporter.class);

    private final TraceStore store;
    private final ExportSettings settings;
    private final WaitingPoints waiting;

    private volatile @Nullable Writer writer;
    private boolean closed;

    public TracePointExporter(TraceStore store, ExportSettings settings) {
        this.store = store;
        this.settings = settings;
        this.waiting = new WaitingPoints(settings.queueCapacity());
    }

    @Override
    public boolean offer(TracePointChunk chunk) {
        if (writer == null) {
            startWriter();
        }
        return waiting.offer(chunk);
    }

    private synchronized void startWriter() {
        if (writer == null && !closed) {
            Writer started = new Writer(store, settings, waiting);
            started.start();
            writer = started;
        }
    }

    @Override
    public void ready() {
        Writer present = writer;
        if (present != null) {
            present.wake();
        }
    }

    @Override
    public void drop(int points) {
        waiting.drop(points);
    }

    /** What became of all points so far. */
    public PointCounts counts() {
        return waiting.counts();
    }

    /** Stores what waits, for as long as {@link ExportSettings#shutdownTimeout()} at the most; the rest is dropped. */
    @Override
    public void close() {
        Writer last;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            last = writer;
        }
        if (last != null) {
            last.finish(settings.shutdownTimeout());
        }
        waiting.close();
        long lost = counts().droppedShutdown();
        if (lost > 0) {
            logger.warn("{} trace points were not stored before the shutdown", lost);
        }
    }
}
