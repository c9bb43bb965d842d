// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import io.profiler.store.StoreStatus;
import io.profiler.store.backend.ClockDifference;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;

/** What MongoDB tells of itself and of the collection of trace points. */
final class MongoStatus {

    private static final int COUNTING_SECONDS = 5;

    private final MongoOperations operations;
    private final MongoCollection<Document> points;

    MongoStatus(MongoOperations operations, MongoCollection<Document> points) {
        this.operations = operations;
        this.points = points;
    }

    StoreStatus read() {
        String server = "MongoDB " + command("buildInfo", 1).getString("version");
        return new StoreStatus(
                server,
                allowed(this::traces),
                allowed(points::estimatedDocumentCount),
                allowed(this::bytes),
                Indexes.missingOnPoints(points),
                allowed(() -> ClockDifference.measure(this::clock)),
                allowed(this::writers));
    }

    private Document command(String name, Object argument) {
        return operations.executeCommand(new Document(name, argument));
    }

    private @Nullable Long traces() {
        List<Document> pipeline =
                List.of(new Document("$group", new Document("_id", "$base_id")), new Document("$count", "traces"));
        List<Document> counts = points.aggregate(pipeline)
                .maxTime(COUNTING_SECONDS, TimeUnit.SECONDS)
                .into(new ArrayList<>());
        return counts.isEmpty() ? 0L : counts.get(0).get("traces", Number.class).longValue();
    }

    /** Older servers tell no total. */
    private @Nullable Long bytes() {
        Document sizes = command("collStats", OsprofilerNames.POINTS);
        Object bytes = sizes.getOrDefault("totalSize", sizes.get("size"));
        return bytes instanceof Number number ? number.longValue() : null;
    }

    private java.time.@Nullable Instant clock() {
        Date localTime = command("hello", 1).getDate("localTime");
        return localTime == null ? null : localTime.toInstant();
    }

    /** Ours have an id that is text; drivers make an {@code ObjectId} where the writer gives none. */
    private @Nullable String writers() {
        boolean ours = isThereWithId("string");
        boolean others = isThereWithId("objectId");
        if (!ours && !others) {
            return null;
        }
        String theirs = "OSprofiler or another, whose release its documents do not tell";
        return ours && others ? "this profiler, and " + theirs : ours ? "this profiler" : theirs;
    }

    private boolean isThereWithId(String type) {
        return points.find(new Document("_id", new Document("$type", type)))
                        .projection(new Document("_id", 1))
                        .maxTime(COUNTING_SECONDS, TimeUnit.SECONDS)
                        .first()
                != null;
    }

    /** The server answers by now: what it still refuses takes too long, or is not this user's to ask. */
    private static <T> @Nullable T allowed(Supplier<@Nullable T> question) {
        try {
            return question.get();
        } catch (MongoException | DataAccessException refused) {
            return null;
        }
    }
}
