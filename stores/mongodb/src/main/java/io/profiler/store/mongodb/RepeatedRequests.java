// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.MongoCollection;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.RequestTimes;
import io.profiler.store.backend.TraceTally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Looks up when the requests were, and how they were answered, of those traces that are made of several, which are few. */
final class RepeatedRequests {

    private static final Document MEMBERS = new Document("_id", 0)
            .append("base_id", 1)
            .append("parent_id", 1)
            .append("trace_id", FiguresStage.TRACE_ID)
            .append("stops", FiguresStage.IS_STOP)
            .append("timestamp", FiguresStage.TIMESTAMP)
            .append("status", FiguresStage.STATUS);

    private final MongoCollection<Document> points;

    RepeatedRequests(MongoCollection<Document> points) {
        this.points = points;
    }

    /** The same summaries, without the pauses between requests, and answered as the first of them. */
    List<TraceSummary> withoutPauses(List<TraceSummary> summaries) {
        Map<String, TraceSummary> complete = new LinkedHashMap<>();
        summaries.forEach(summary -> complete.put(summary.baseId(), summary));
        for (List<String> page : RequestTimes.pagesOf(summaries)) {
            times(page)
                    .forEach((baseId, ofTrace) ->
                            complete.computeIfPresent(baseId, (id, summary) -> ofTrace.applyTo(summary)));
        }
        return new ArrayList<>(complete.values());
    }

    private Map<String, RequestTimes> times(List<String> baseIds) {
        Map<String, RequestTimes> times = new HashMap<>();
        Document rightBelowSomeBaseId = new Document("$in", baseIds);
        Document condition = new Document("base_id", rightBelowSomeBaseId).append("parent_id", rightBelowSomeBaseId);
        for (Document point :
                points.aggregate(List.of(new Document("$match", condition), new Document("$project", MEMBERS)))) {
            String baseId = text(point, "base_id");
            if (baseId.equals(text(point, "parent_id"))) {
                times.computeIfAbsent(baseId, id -> new RequestTimes())
                        .add(
                                text(point, "trace_id"),
                                Boolean.TRUE.equals(point.get("stops")),
                                text(point, "timestamp"),
                                TraceTally.statusOf(point));
            }
        }
        return times;
    }

    private static String text(Document document, String member) {
        return String.valueOf(document.get(member));
    }
}
