// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.kit;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.memory.InMemoryTraceStore;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A store in memory that can be away, or hang. */
public final class SwitchableStore implements TraceStore {

    private final InMemoryTraceStore memory = new InMemoryTraceStore(StoreOptions.defaults());
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean away;
    private volatile boolean hanging;
    private volatile boolean closed;

    /** From now on there is no answer, or there is one again. */
    public void setAway(boolean away) {
        this.away = away;
    }

    /** From now on calls do not return. */
    public void hang() {
        hanging = true;
    }

    /** Lets calls that hang return. */
    public void release() {
        released.countDown();
    }

    /** Whether the application has closed it. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public AppendResult append(List<TracePoint> points) {
        failIfAway();
        while (hanging && released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException ignored) {
                // As code in a socket does not see it.
            }
        }
        return memory.append(points);
    }

    private void failIfAway() {
        if (away) {
            throw new StoreUnavailableException("the store is away", new IllegalStateException());
        }
    }

    @Override
    public List<TracePoint> read(String baseId) {
        failIfAway();
        return memory.read(baseId);
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        failIfAway();
        return memory.list(query);
    }

    @Override
    public String changeMark() {
        failIfAway();
        return memory.changeMark();
    }

    @Override
    public long delete(String baseId) {
        failIfAway();
        return memory.delete(baseId);
    }

    @Override
    public void close() {
        closed = true;
    }
}
