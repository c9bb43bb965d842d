// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import io.profiler.sample.model.QueueId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Gives messages the next free markers of their queue. Reserving a range of a counter would be simpler, but then a slow
 * poster's messages could show up behind a marker that a reader has already passed. Here a marker only exists once all
 * lower ones do: of several posters that try for the same one, the unique index lets a single one have it, and the others
 * try again behind it.
 */
@Component
class MessageAppender {

    private final MongoOperations mongo;
    private final Clock clock;
    private final QueueTurns turns = new QueueTurns();

    MessageAppender(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Appends the messages in their order and returns their ids. */
    List<String> append(QueueId queue, String clientId, List<NewMessage> messages) {
        return turns.take(queue, () -> appendInTurn(queue, clientId, messages));
    }

    private List<String> appendInTurn(QueueId queue, String clientId, List<NewMessage> messages) {
        List<String> ids = new ArrayList<>(messages.size());
        while (ids.size() < messages.size()) {
            List<NewMessage> remaining = messages.subList(ids.size(), messages.size());
            List<MessageDocument> documents = withMarkers(queue, clientId, remaining);
            int stored = insert(queue, documents);
            documents
                    .subList(0, stored)
                    .forEach(document -> ids.add(document.id().toHexString()));
        }
        return ids;
    }

    /** Moves a claimed message to the end of the dead-letter queue, unless it is gone meanwhile. */
    void move(MessageDocument message, DeadLetterRule rule) {
        boolean settled = false;
        while (!settled) {
            settled = tryToMove(message, rule, lastMarker(rule.queue()) + 1);
        }
    }

    private boolean tryToMove(MessageDocument message, DeadLetterRule rule, long marker) {
        Query claimed = query(where("_id").is(message.id()).and("claimId").is(message.claimId()));
        try {
            boolean moved = mongo.updateFirst(claimed, toUpdate(rule, marker), MessageDocument.class)
                            .getMatchedCount()
                    > 0;
            if (moved) {
                advance(rule.queue(), marker);
            }
            return true;
        } catch (DuplicateKeyException takenMeanwhile) {
            advance(rule.queue(), marker);
            return false;
        }
    }

    private Update toUpdate(DeadLetterRule rule, long marker) {
        Update update =
                Update.update("queue", rule.queue().key()).set("marker", marker).set("claimCount", 0);
        Optional.ofNullable(rule.ttlSeconds())
                .ifPresent(ttl -> update.set("ttlSeconds", ttl)
                        .set("expires", clock.instant().plusSeconds(ttl)));
        return update;
    }

    private List<MessageDocument> withMarkers(QueueId queue, String clientId, List<NewMessage> messages) {
        Instant now = clock.instant();
        long marker = lastMarker(queue);
        List<MessageDocument> documents = new ArrayList<>(messages.size());
        for (NewMessage message : messages) {
            documents.add(MessageDocument.of(queue, clientId, ++marker, message, now));
        }
        return documents;
    }

    /** Inserts in order, up to the first marker that is taken, and returns how many it inserted. */
    private int insert(QueueId queue, List<MessageDocument> documents) {
        int stored = documents.size();
        try {
            mongo.insert(documents, MessageDocument.class);
        } catch (DuplicateKeyException e) {
            stored = indexOfTakenMarker(e);
        }
        advance(queue, documents.get(Math.min(stored, documents.size() - 1)).marker());
        return stored;
    }

    private static int indexOfTakenMarker(DuplicateKeyException e) {
        if (e.getCause() instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().get(0).getIndex();
        }
        throw e;
    }

    private long lastMarker(QueueId queue) {
        MarkerDocument document = mongo.findById(queue.key(), MarkerDocument.class);
        return document == null ? 0 : document.last();
    }

    private void advance(QueueId queue, long marker) {
        Query counter = query(where("_id").is(queue.key()));
        mongo.upsert(counter, new Update().max("last", marker), MarkerDocument.class);
    }
}
