// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.cli.console.CommandFailure;
import io.profiler.cli.console.Progress;
import io.profiler.point.TracePoint;
import io.profiler.store.OpenedStores;
import io.profiler.store.ReadLimit;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceReader;
import io.profiler.store.TraceSummary;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The traces that a connection string names; where it names none that can be read, each question ends in a failure. */
@SuppressWarnings("try")
public final class StoredTraces implements TraceReader, AutoCloseable {

    private final OpenedStores stores;
    private final Function<String, Progress> progress;

    /**
     * @param progress begins to tell how long something takes
     */
    StoredTraces(OpenedStores stores, Function<String, Progress> progress) {
        this.stores = stores;
        this.progress = progress;
    }

    @Override
    public List<TracePoint> read(String baseId) {
        TraceReader reader = reader(() -> stores.onlyTakes(baseId));
        try (Progress told = progress.apply("Reading the trace")) {
            return reader.read(baseId);
        }
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        TraceReader reader = reader(() -> stores.onlyTakes(baseId));
        try (Progress told = progress.apply("Reading the trace")) {
            return reader.read(baseId, limit);
        }
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        TraceReader reader = reader(stores::onlyTakes);
        try (Progress told = progress.apply("Listing traces")) {
            return reader.list(query);
        }
    }

    @Override
    public long delete(String baseId) {
        TraceReader reader = reader(stores::onlyTakes);
        try (Progress told = progress.apply("Deleting the trace")) {
            return reader.delete(baseId);
        }
    }

    private TraceReader reader(Supplier<String> onlyTakes) {
        return stores.reader().orElseThrow(() -> new CommandFailure(onlyTakes.get()));
    }

    @Override
    public void close() {
        stores.close();
    }
}
