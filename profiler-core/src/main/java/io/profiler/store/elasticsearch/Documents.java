// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.point.TracePoint;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads trace points; documents that are none are left out with a warning. */
final class Documents {

    private static final Logger logger = LoggerFactory.getLogger(Documents.class);

    private final ElasticsearchConnection connection;

    Documents(ElasticsearchConnection connection) {
        this.connection = connection;
    }

    /** The point in a document, or none. */
    List<TracePoint> readable(Hit hit) {
        try {
            hit.source().putIfAbsent("info", Map.of());
            return List.of(TracePoint.fromDocument(hit.source()));
        } catch (IllegalArgumentException foreign) {
            logger.warn("Document {} in {} is left out: {}", hit.id(), connection, foreign.getMessage());
            return List.of();
        }
    }
}
