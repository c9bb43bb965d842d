// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.MongoCollection;
import io.profiler.store.TraceSummary;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The list of traces, in one query, oldest first. */
final class Traces {

    private static final List<Document> FIRST_POINT_OF_EACH = List.of(
            new Document(
                    "$group", new Document("_id", "$base_id").append("timestamp", new Document("$min", "$timestamp"))),
            new Document("$sort", new Document("timestamp", 1).append("_id", 1)));

    private Traces() {}

    static List<TraceSummary> list(MongoCollection<Document> collection) {
        return collection
                .aggregate(FIRST_POINT_OF_EACH)
                .allowDiskUse(true)
                .map(trace ->
                        new TraceSummary(String.valueOf(trace.get("_id")), String.valueOf(trace.get("timestamp"))))
                .into(new ArrayList<>());
    }
}
