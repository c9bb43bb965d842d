// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.Rejection;
import io.profiler.store.backend.ErrorIndex;
import io.profiler.store.backend.TracePointJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Appends batches as documents, and tells the index of failed traces. */
final class Appending {

    private final ElasticsearchConnection connection;
    private final Bulk bulk;
    private final Expiry expiry;
    private final OccasionalLog rejected;
    private final @Nullable ErrorIndex errorIndex;
    private volatile boolean hasTemplate;

    /**
     * @param errorIndex null if failed traces are not listed
     */
    Appending(
            ElasticsearchConnection connection,
            Bulk bulk,
            Expiry expiry,
            OccasionalLog rejected,
            @Nullable ErrorIndex errorIndex) {
        this.connection = connection;
        this.bulk = bulk;
        this.expiry = expiry;
        this.rejected = rejected;
        this.errorIndex = errorIndex;
    }

    AppendResult append(List<TracePoint> points) {
        if (!hasTemplate) {
            IndexTemplate.ensure(connection);
            hasTemplate = true;
        }
        List<Rejection> rejections = new ArrayList<>();
        List<BulkAction> actions = new ArrayList<>(points.size());
        points.forEach(point -> addWritable(actions, point, rejections));
        rejections.addAll(rejections(points, bulk.send(actions, "")));
        if (errorIndex != null) {
            errorIndex.record(points, this::recordFailed);
        }
        return AppendResult.allBut(points.size(), rejections);
    }

    private static List<Rejection> rejections(List<TracePoint> points, Map<String, String> refused) {
        List<Rejection> rejections = new ArrayList<>(refused.size());
        if (!refused.isEmpty()) {
            for (TracePoint point : points) {
                String reason = refused.get(DocumentId.of(point));
                if (reason != null) {
                    rejections.add(new Rejection(point, reason));
                }
            }
        }
        return rejections;
    }

    private void addWritable(List<BulkAction> actions, TracePoint point, List<Rejection> rejections) {
        try {
            String document = TracePointJson.write(expiry.addTo(point.toDocument()));
            actions.add(BulkAction.create(OsprofilerIndexes.POINTS, DocumentId.of(point), document));
        } catch (IllegalArgumentException unwritable) {
            rejected.warn("Trace point " + DocumentId.of(point) + " is dropped: " + unwritable.getMessage());
            rejections.add(new Rejection(point, String.valueOf(unwritable.getMessage())));
        }
    }

    private void recordFailed(Map<String, String> lastErrorAt) {
        List<BulkAction> actions = new ArrayList<>(lastErrorAt.size());
        lastErrorAt.forEach((baseId, timestamp) -> actions.add(BulkAction.put(
                OsprofilerIndexes.FAILED,
                DocumentId.of(baseId),
                TracePointJson.write(expiry.lastError(baseId, timestamp)))));
        bulk.send(actions, "");
    }
}
