// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.option;

import io.profiler.cli.console.CommandFailure;
import io.profiler.point.TracePoint;
import io.profiler.store.OpenedStores;
import io.profiler.store.ReadLimit;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceReader;
import io.profiler.store.TraceSummary;
import java.util.List;
import java.util.function.Supplier;

/** The traces that a connection string names; where it names none that can be read, each question ends in a failure. */
public final class StoredTraces implements TraceReader, AutoCloseable {

    private final OpenedStores stores;

    StoredTraces(OpenedStores stores) {
        this.stores = stores;
    }

    @Override
    public List<TracePoint> read(String baseId) {
        return reader(() -> stores.onlyTakes(baseId)).read(baseId);
    }

    @Override
    public List<TracePoint> read(String baseId, ReadLimit limit) {
        return reader(() -> stores.onlyTakes(baseId)).read(baseId, limit);
    }

    @Override
    public List<TraceSummary> list(TraceQuery query) {
        return reader(stores::onlyTakes).list(query);
    }

    @Override
    public long delete(String baseId) {
        return reader(stores::onlyTakes).delete(baseId);
    }

    private TraceReader reader(Supplier<String> onlyTakes) {
        return stores.reader().orElseThrow(() -> new CommandFailure(onlyTakes.get()));
    }

    @Override
    public void close() {
        stores.close();
    }
}
