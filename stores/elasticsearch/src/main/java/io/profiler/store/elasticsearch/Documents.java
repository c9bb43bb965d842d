// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.internal.OccasionalLog;
import io.profiler.point.TracePoint;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Reads trace points; documents that are none are left out with a warning. */
final class Documents {

    private final ElasticsearchConnection connection;
    private final OccasionalLog foreign = new OccasionalLog(LoggerFactory.getLogger(Documents.class));

    Documents(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    /** The point in a document, or none. */
    List<TracePoint> readable(Hit hit) {
        try {
            hit.source().putIfAbsent("info", Map.of());
            return List.of(TracePoint.fromDocument(hit.source()));
        } catch (IllegalArgumentException unreadable) {
            foreign.warn("Document " + hit.id() + " in " + connection + " is left out: " + unreadable.getMessage());
            return List.of();
        }
    }
}
