// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.MongoCollection;
import io.profiler.point.TracePoint;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.RequestTimes;
import io.profiler.store.backend.TraceTally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Looks up when the requests were, and how they were answered, of those traces that are made of several, which are few. */
final class RepeatedRequests {

    private static final int PAGE = 500;

    private static final Document MEMBERS = new Document("_id", 0)
            .append("base_id", 1)
            .append("parent_id", 1)
            .append("trace_id", 1)
            .append("name", 1)
            .append("timestamp", 1)
            .append("info.response.status", 1);

    private final MongoCollection<Document> points;

    RepeatedRequests(MongoCollection<Document> points) {
        this.points = points;
    }

    /** The same summaries, without the pauses between requests, and answered as the first of them. */
    List<TraceSummary> withoutPauses(List<TraceSummary> summaries) {
        List<String> repeated = summaries.stream()
                .filter(summary -> summary.requests() > 1 && summary.requests() <= RequestTimes.MOST)
                .map(TraceSummary::baseId)
                .toList();
        Map<String, RequestTimes> times = new HashMap<>();
        for (int from = 0; from < repeated.size(); from += PAGE) {
            read(repeated.subList(from, Math.min(repeated.size(), from + PAGE)), times);
        }
        return times.isEmpty()
                ? summaries
                : summaries.stream().map(summary -> complete(summary, times)).toList();
    }

    private static TraceSummary complete(TraceSummary summary, Map<String, RequestTimes> times) {
        RequestTimes ofTrace = times.get(summary.baseId());
        return ofTrace == null ? summary : ofTrace.applyTo(summary);
    }

    private void read(List<String> baseIds, Map<String, RequestTimes> times) {
        Document rightBelowSomeBaseId = new Document("$in", baseIds);
        for (Document point : points.find(
                        new Document("base_id", rightBelowSomeBaseId).append("parent_id", rightBelowSomeBaseId))
                .projection(MEMBERS)) {
            String baseId = text(point, "base_id");
            if (baseId.equals(text(point, "parent_id"))) {
                times.computeIfAbsent(baseId, id -> new RequestTimes())
                        .add(
                                text(point, "trace_id"),
                                TracePoint.isStop(text(point, "name")),
                                text(point, "timestamp"),
                                status(point));
            }
        }
    }

    private static @Nullable Integer status(Document point) {
        return point.get("info") instanceof Map<?, ?> info ? TraceTally.statusOf(info.get("response")) : null;
    }

    private static String text(Document document, String member) {
        return String.valueOf(document.get(member));
    }
}
