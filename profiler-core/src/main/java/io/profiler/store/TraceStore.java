// SPDX-License-Identifier: Apache-2.0
package io.profiler.store;

import java.util.Optional;

/**
 * A backend that takes trace points and gives them back. A store of one's own implements this and is made by a {@link
 * TraceStoreFactory}; {@code profiler-test} has the contract to test it with. In short:
 *
 * <pre>{@code
 * final class FolderStore implements TraceStore {
 *
 *     public AppendResult append(List<TracePoint> points) {
 *         points.forEach(this::write);        // a point that is there already is left as it is
 *         return AppendResult.allStored(points.size());
 *     }
 *
 *     public List<TracePoint> read(String baseId) {
 *         return all(baseId);
 *     }
 *
 *     public List<TraceSummary> list(TraceQuery query) {         // failed traces alone if query.failedOnly()
 *         return query.select(ids().map(id -> TraceTally.of(all(id))));
 *     }
 *
 *     public long delete(String baseId) {
 *         return remove(baseId);
 *     }
 *
 *     public void close() {}
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface TraceStore extends TraceWriter, TraceReader {

    @Override
    default Optional<TraceStore> asStore() {
        return Optional.of(this);
    }
}
