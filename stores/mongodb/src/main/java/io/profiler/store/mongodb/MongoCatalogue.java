// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import io.profiler.point.PointTime;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceCatalogue;
import io.profiler.store.backend.TraceListing;
import io.profiler.store.backend.TraceTally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What MongoDB looks up of the traces in OSprofiler's collections. */
final class MongoCatalogue implements TraceCatalogue {

    private final MongoCollection<Document> points;
    private final MongoCollection<Document> failed;

    MongoCatalogue(MongoCollection<Document> points, MongoCollection<Document> failed) {
        this.points = points;
        this.failed = failed;
    }

    /** All that is wanted of a point stands in the index. */
    @Override
    public Stream<Activity> latestActivity(@Nullable String upTo, Set<String> without) {
        MongoCursor<Document> cursor = points.find(laterActivity(upTo, without))
                .projection(new Document("_id", 0).append("base_id", 1).append("timestamp", 1))
                .sort(new Document("timestamp", -1).append("base_id", -1))
                .cursor();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(MongoCatalogue::activity)
                .onClose(cursor::close);
    }

    private static Document laterActivity(@Nullable String upTo, Set<String> without) {
        Document condition = new Document();
        if (upTo != null) {
            condition.append("timestamp", new Document("$lte", upTo));
        }
        return without.isEmpty() ? condition : condition.append("base_id", new Document("$nin", without));
    }

    private static Activity activity(Document document) {
        return new Activity(text(document, "base_id"), text(document, "timestamp"));
    }

    @Override
    public List<TraceSummary> summaries(List<String> baseIds) {
        return figures(new Document("base_id", new Document("$in", baseIds)));
    }

    @Override
    public List<TraceSummary> allSummaries() {
        return figures(new Document());
    }

    /** A command has room for ids that are in lists, but not for any. */
    private List<TraceSummary> figures(Document condition) {
        List<TraceSummary> listed = new ArrayList<>();
        points.aggregate(List.of(new Document("$match", condition), FiguresStage.GROUP))
                .allowDiskUse(true)
                .map(MongoCatalogue::summary)
                .forEach(summary -> {
                    if (TraceListing.isListed(summary.baseId())) {
                        listed.add(summary);
                    }
                });
        return new RepeatedRequests(points).withoutPauses(listed);
    }

    private static TraceSummary summary(Document figures) {
        Document first = figures.get("first", Document.class);
        String timestamp = text(first, "timestamp");
        long requests = Math.max(1, number(figures, "requests"));
        return new TraceSummary(
                text(figures, "_id"),
                timestamp,
                first.get("name") instanceof String name ? TraceTally.nameOf(name, first) : null,
                first.get("service") instanceof String service ? service : null,
                PointTime.parse(timestamp),
                PointTime.between(timestamp, text(figures, "last")),
                requests,
                Math.max(number(figures, "started"), number(figures, "stopped")),
                number(figures, "errors"),
                requests > 1 ? null : TraceTally.statusOf(figures.get("answer")));
    }

    @Override
    public List<String> activeSince(Instant time) {
        Document since = new Document("timestamp", new Document("$gte", PointTime.format(time)));
        AggregateIterable<Document> ids = points.aggregate(
                List.of(new Document("$match", since), new Document("$group", new Document("_id", "$base_id"))));
        List<String> listed = new ArrayList<>();
        ids.allowDiskUse(true).map(document -> text(document, "_id")).forEach(id -> {
            if (TraceListing.isListed(id)) {
                listed.add(id);
            }
        });
        return listed;
    }

    @Override
    public List<Activity> failed(int most) {
        FindIterable<Document> found = failed.find();
        List<Activity> listed = new ArrayList<>();
        (most == 0 ? found : found.sort(new Document("timestamp", -1)).limit(most))
                .map(MongoCatalogue::activity)
                .forEach(activity -> {
                    if (TraceListing.isListed(activity.baseId())) {
                        listed.add(activity);
                    }
                });
        return listed;
    }

    private static long number(Document document, String member) {
        return document.get(member) instanceof Number number ? number.longValue() : 0;
    }

    private static String text(Document document, String member) {
        return String.valueOf(document.get(member));
    }
}
