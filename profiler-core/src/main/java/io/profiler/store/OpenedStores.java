// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import io.profiler.point.TracePoint;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a connection string names, in its order: each takes every trace point, and the first store that answers gives them
 * back.
 *
 * <p>Whoever writes should write to each of {@link #writers()} on its own, as the exporter does: {@link #append} waits for
 * one after the other.
 *
 * @since 0.1
 */
public final class OpenedStores implements AutoCloseable {

    private final List<TraceWriter> writers;

    /**
     * What was opened already, by whoever closes this.
     *
     * @param writers at least one; closed with this
     */
    public OpenedStores(List<? extends TraceWriter> writers) {
        if (writers.isEmpty()) {
            throw new IllegalArgumentException("no stores");
        }
        this.writers = List.copyOf(writers);
    }

    /** {@return everything that takes points, stores included, in the order of the connection string; at least one} */
    public List<TraceWriter> writers() {
        return writers;
    }

    /**
     * {@return what reads from the first store that can be reached, and deletes from all} Empty if nothing here gives points
     * back, which {@link #onlyTakes()} puts into words. Of use until this is closed.
     */
    public Optional<TraceReader> reader() {
        List<TraceStore> stores =
                writers.stream().flatMap(writer -> writer.asStore().stream()).toList();
        return stores.isEmpty()
                ? Optional.empty()
                : Optional.of(stores.size() == 1 ? stores.get(0) : new FirstThatAnswers(stores));
    }

    /** {@return why {@link #reader()} is empty, in a sentence for whoever wants to see traces} */
    public String onlyTakes() {
        return this + " only takes traces; look at them in the tool that it sends them to";
    }

    /**
     * {@return the same for whoever asks for a certain trace, with where to look for it}
     *
     * @param baseId id of the trace
     */
    public String onlyTakes(String baseId) {
        return this + " only takes traces; " + writers.get(0).lookElsewhere(baseId);
    }

    /**
     * Appends to all, one after the other, on the calling thread.
     *
     * @param points as for {@link TraceWriter#append}
     * @return what became of the points: rejected is what any of them refuses
     * @throws StoreUnavailableException if one of them cannot be reached, once all others have the points
     */
    public AppendResult append(List<TracePoint> points) {
        AppendResult worst = AppendResult.allStored(points.size());
        Map<TracePoint, Rejection> rejections = new IdentityHashMap<>();
        StoreUnavailableException away = null;
        for (TraceWriter writer : writers) {
            try {
                AppendResult result = writer.append(points);
                worst = result.rejected() > worst.rejected() ? result : worst;
                result.rejections().forEach(rejection -> rejections.putIfAbsent(rejection.point(), rejection));
            } catch (StoreUnavailableException unavailable) {
                away = away == null ? unavailable : away;
            }
        }
        if (away != null) {
            throw away;
        }
        int rejected = Math.min(points.size(), Math.max(worst.rejected(), rejections.size()));
        return new AppendResult(points.size() - rejected, rejected, List.copyOf(rejections.values()));
    }

    @Override
    public void close() {
        writers.forEach(TraceWriter::close);
    }

    @Override
    public String toString() {
        return writers.stream().map(TraceWriter::toString).collect(Collectors.joining(", "));
    }
}
