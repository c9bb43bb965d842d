// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores that hold the same, of which one may be away. */
record FirstThatAnswers(List<TraceStore> stores) implements TraceReader {

    @Override
    public List<TracePoint> read(String baseId) {
        return first(store -> store.read(baseId));
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        return first(store -> store.read(baseId, limit));
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        return first(store -> store.list(query));
    }

    /** Another store may have come to answer. */
    @Override
    public @Nullable String changeMark() {
        return first(store -> Optional.ofNullable(store.changeMark()).map(mark -> store + ":" + mark))
                .orElse(null);
    }

    /**
     * Deletes from each of them.
     *
     * @return how many points the store had that had most
     * @throws StoreUnavailableException if one of them cannot be reached, once it is deleted from all others
     */
    @Override
    public long delete(String baseId) {
        long most = 0;
        StoreUnavailableException away = null;
        for (TraceStore store : stores) {
            try {
                most = Math.max(most, store.delete(baseId));
            } catch (StoreUnavailableException unavailable) {
                away = away == null ? unavailable : away;
            }
        }
        if (away != null) {
            throw away;
        }
        return most;
    }

    @Override
    public StoreStatus status() {
        return first(TraceReader::status);
    }

    @Override
    public String toString() {
        return stores.toString();
    }

    /** If none answers, the first one's reason. */
    private <T> T first(Function<TraceStore, T> question) {
        StoreUnavailableException reason = null;
        for (TraceStore store : stores) {
            try {
                return question.apply(store);
            } catch (StoreUnavailableException away) {
                reason = reason == null ? away : reason;
            }
        }
        throw reason == null ? new IllegalStateException("no stores") : reason;
    }
}
