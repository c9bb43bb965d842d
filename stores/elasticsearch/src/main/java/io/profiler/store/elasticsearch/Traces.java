// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.point.TracePoint;
import io.profiler.store.BoundedPoints;
import io.profiler.store.ReadLimit;
import io.profiler.store.TraceTooLargeException;
import java.util.List;
import java.util.stream.Stream;

/** Reads and deletes traces. */
final class Traces {

    private final ElasticsearchConnection connection;
    private final Documents documents;

    Traces(ElasticsearchConnection connection, Documents documents) {
        this.connection = connection;
        this.documents = documents;
    }

    List<TracePoint> read(String baseId, ReadLimit limit) {
        return read(baseId, limit, Pages.OF_DOCUMENTS);
    }

    private List<TracePoint> read(String baseId, ReadLimit limit, Pages pages) {
        try (Stream<Hit> hits = ofTrace(OsprofilerIndexes.POINTS, baseId, pages)) {
            BoundedPoints points = new BoundedPoints(baseId, limit);
            hits.map(documents::readable).flatMap(List::stream).forEach(points::add);
            return points.toList();
        } catch (LongAnswerException tooLong) {
            if (pages.areSmallest()) {
                throw new TraceTooLargeException(baseId, limit);
            }
            return read(baseId, limit, pages.smaller(limit));
        }
    }

    /** How many documents there were. */
    long delete(String index, String baseId, Bulk bulk) {
        List<BulkAction> actions;
        try (Stream<Hit> hits = ofTrace(index, baseId, Pages.OF_IDS, "base_id")) {
            actions = hits.map(hit -> BulkAction.delete(hit.index(), hit.id())).toList();
        }
        return actions.size() - bulk.send(actions, "refresh=true").size();
    }

    /** An index that takes ids for prose finds more than was asked for. */
    private Stream<Hit> ofTrace(String index, String baseId, Pages pages, String... source) {
        return Scroll.of(connection, index, Queries.ofTrace(baseId), Queries.byTime("asc"), pages, source)
                .filter(hit -> baseId.equals(hit.source().get("base_id")));
    }
}
