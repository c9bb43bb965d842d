// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.profiler.internal.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes that OSprofiler does without. Where the server refuses one, traces are still written, only found more
 * slowly or kept forever.
 */
final class Indexes {

    private static final Logger logger = LoggerFactory.getLogger(Indexes.class);

    /** The points of a trace. */
    private static final Document OF_POINTS = new Document("base_id", 1).append("timestamp", 1);

    /** The traces that were active, or failed, last. */
    private static final Document OF_TIME = new Document("timestamp", 1).append("base_id", 1);

    private static final Document OF_FAILED = new Document("base_id", 1);
    private static final Document EXPIRY = new Document(Expiry.MEMBER, 1);

    private final MongoCollection<Document> collection;

    private Indexes(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Makes those that are missing on the trace points. */
    static boolean ensureOnPoints(MongoCollection<Document> collection, boolean expiring) {
        Indexes indexes = new Indexes(collection);
        return indexes.ensure(OF_POINTS, expiring)
                & indexes.ensure(OF_TIME, new IndexOptions(), "the newest traces are listed more slowly");
    }

    /** Makes those that are missing on the index of failed traces. */
    static boolean ensureOnFailed(MongoCollection<Document> collection, boolean expiring) {
        Indexes indexes = new Indexes(collection);
        return indexes.ensure(OF_FAILED, expiring)
                & indexes.ensure(OF_TIME, new IndexOptions(), "the latest failed traces are listed more slowly");
    }

    /** What else {@link #ensureOnPoints} would make, without a retention. */
    static List<String> missingOnPoints(MongoCollection<Document> collection) {
        Indexes indexes = new Indexes(collection);
        return Stream.of(OF_POINTS, OF_TIME)
                .filter(keys -> !indexes.exists(keys, new IndexOptions()))
                .map(keys -> OsprofilerNames.POINTS + " (" + String.join(", ", keys.keySet()) + ')')
                .toList();
    }

    /** Each in a try of its own: retention does not depend on what finds a trace. */
    private boolean ensure(Document keys, boolean expiring) {
        boolean ensured = ensure(keys, new IndexOptions(), "traces are found more slowly");
        if (expiring) {
            IndexOptions atOnce = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
            ensured &= ensure(EXPIRY, atOnce, "profiler.retention is off there");
        }
        return ensured;
    }

    private boolean ensure(Document keys, IndexOptions options, String consequence) {
        try {
            collection.createIndex(keys, options);
            return true;
        } catch (MongoCommandException refused) {
            if (Refusals.isPassing(refused)) {
                throw refused;
            }
            if (exists(keys, options)) {
                return true;
            }
            logger.warn(
                    "No index {} on {}, {}: {}",
                    keys.toJson(),
                    collection.getNamespace(),
                    consequence,
                    VisibleText.inMessage(Causes.inOneLine(refused)));
            return false;
        }
    }

    private boolean exists(Document keys, IndexOptions options) {
        try {
            Long expireAfter = options.getExpireAfter(TimeUnit.SECONDS);
            return collection.listIndexes().into(new ArrayList<>()).stream()
                    .filter(index -> !index.containsKey("partialFilterExpression"))
                    .filter(index -> sameKeys(index, keys))
                    .anyMatch(index -> expireAfter == null || expiresAfter(index, expireAfter));
        } catch (MongoCommandException refused) {
            return false;
        }
    }

    /** Some drivers write a direction as 1.0. */
    private static boolean sameKeys(Document index, Document keys) {
        Document present = index.get("key", Document.class);
        return new ArrayList<>(present.keySet()).equals(new ArrayList<>(keys.keySet()))
                && present.values().stream().allMatch(direction -> direction instanceof Number n && n.intValue() == 1);
    }

    private static boolean expiresAfter(Document index, long seconds) {
        return index.get("expireAfterSeconds") instanceof Number present && present.longValue() == seconds;
    }
}
