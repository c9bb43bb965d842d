// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stores that all get the same trace points; reading asks the first that can be read.
 *
 * <p>Whoever writes should write to each of {@link #stores()} on its own, as the exporter does: {@link #append} here waits
 * for one after the other.
 */
public final class SeveralTraceStores implements TraceStore {

    private final List<TraceStore> stores;

    /**
     * @param stores at least one; closed with this
     */
    public SeveralTraceStores(List<TraceStore> stores) {
        if (stores.isEmpty()) {
            throw new IllegalArgumentException("no stores");
        }
        this.stores = List.copyOf(stores);
    }

    /** The stores in the order of the connection string. */
    public List<TraceStore> stores() {
        return stores;
    }

    /**
     * Counts as rejected what any of the stores refuses.
     *
     * @throws StoreUnavailableException if one of them cannot be reached, once all others have the points
     */
    @Override
    public AppendResult append(List<TracePoint> points) {
        AppendResult worst = AppendResult.allStored(points.size());
        StoreUnavailableException away = null;
        for (TraceStore store : stores) {
            try {
                AppendResult result = store.append(points);
                worst = result.rejected() > worst.rejected() ? result : worst;
            } catch (StoreUnavailableException unavailable) {
                away = away == null ? unavailable : away;
            }
        }
        if (away != null) {
            throw away;
        }
        return worst;
    }

    @Override
    public boolean writesAtOnce() {
        return stores.stream().allMatch(TraceStore::writesAtOnce);
    }

    @Override
    public List<TracePoint> read(String baseId) {
        return first(store -> store.read(baseId));
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        return first(store -> store.list(query));
    }

    /**
     * Deletes from each of them that can be read.
     *
     * @return how many points the store had that had most
     * @throws StoreUnavailableException if one of them cannot be reached, once it is deleted from all others
     */
    @Override
    public long delete(String baseId) {
        long most = -1;
        RuntimeException reason = null;
        for (TraceStore store : stores) {
            try {
                most = Math.max(most, store.delete(baseId));
            } catch (StoreUnavailableException | WriteOnlyStoreException notThere) {
                reason = reason == null || reason instanceof WriteOnlyStoreException ? notThere : reason;
            }
        }
        if (reason instanceof StoreUnavailableException || reason != null && most < 0) {
            throw reason;
        }
        return most;
    }

    /** If none answers, the first one's reason. */
    private <T> T first(Function<TraceStore, T> question) {
        RuntimeException reason = null;
        for (TraceStore store : stores) {
            try {
                return question.apply(store);
            } catch (StoreUnavailableException | WriteOnlyStoreException notThere) {
                reason = reason == null || reason instanceof WriteOnlyStoreException ? notThere : reason;
            }
        }
        throw reason == null ? new IllegalStateException("no stores") : reason;
    }

    @Override
    public void close() {
        stores.forEach(TraceStore::close);
    }

    @Override
    public String toString() {
        return stores.stream().map(TraceStore::toString).collect(Collectors.joining(", "));
    }
}
