// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.profiler.sample.model.QueueId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoClaimsStore implements ClaimsStore {

    private final MongoOperations mongo;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final QueueTurns turns = new QueueTurns();

    MongoClaimsStore(MongoOperations mongo, DeadLetters deadLetters, Clock clock) {
        this.mongo = mongo;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @Override
    public Optional<Claim> create(QueueId queue, ClaimTerms terms, ClaimSelection selection) {
        ObjectId claimId = new ObjectId();
        if (!turns.take(queue, () -> claim(queue, selection, claimId, terms))) {
            return Optional.empty();
        }
        Optional.ofNullable(selection.deadLetters()).ifPresent(rule -> deadLetters.moveFrom(queue, claimId, rule));
        return find(queue, claimId.toHexString());
    }

    /** Whether there was anything to claim. */
    private boolean claim(QueueId queue, ClaimSelection selection, ObjectId claimId, ClaimTerms terms) {
        Instant now = clock.instant();
        List<MessageDocument> candidates = claimable(queue, selection, now);
        while (!candidates.isEmpty() && claim(candidates, claimId, terms, now) == 0) {
            candidates = claimable(queue, selection, now);
        }
        if (candidates.stream().anyMatch(message -> message.expires().isBefore(endOf(terms, now)))) {
            outliveClaim(queue, claimId, terms, now);
        }
        return !candidates.isEmpty();
    }

    private List<MessageDocument> claimable(QueueId queue, ClaimSelection selection, Instant now) {
        Criteria unclaimed = MessageCriteria.unclaimed(MessageCriteria.alive(queue, now), now);
        Criteria criteria = selection.includeDelayed() ? unclaimed : MessageCriteria.notDelayed(unclaimed, now);
        Query first = query(criteria).with(Sort.by("marker")).limit(selection.limit());
        return mongo.find(first, MessageDocument.class);
    }

    /** Takes those of the messages that no concurrent claim has taken meanwhile. */
    private long claim(List<MessageDocument> messages, ObjectId claimId, ClaimTerms terms, Instant now) {
        List<ObjectId> ids = messages.stream().map(MessageDocument::id).toList();
        Query free = query(MessageCriteria.unclaimed(where("_id").in(ids), now));
        return mongo.updateMulti(free, toUpdate(claimId, terms, now).inc("claimCount"), MessageDocument.class)
                .getModifiedCount();
    }

    private static Update toUpdate(ObjectId claimId, ClaimTerms terms, Instant now) {
        return Update.update("claimId", claimId)
                .set("claimedUntil", terms.claimedUntil(now))
                .set("claimTtlSeconds", terms.ttlSeconds());
    }

    /** Seconds count. */
    private static Instant endOf(ClaimTerms terms, Instant now) {
        return terms.claimedUntil(now).minusSeconds(1);
    }

    /** Makes claimed messages that would expire before their claim live through its grace period. */
    private void outliveClaim(QueueId queue, ObjectId claimId, ClaimTerms terms, Instant now) {
        Query endangered = query(where("queue")
                .is(queue.key())
                .and("claimId")
                .is(claimId)
                .and("expires")
                .lt(endOf(terms, now)));
        Update extended = Update.update("expires", now.plusSeconds(terms.messageTtlSeconds()))
                .set("ttlSeconds", terms.messageTtlSeconds());
        mongo.updateMulti(endangered, extended, MessageDocument.class);
    }

    @Override
    public Optional<Claim> find(QueueId queue, String claimId) {
        return parse(claimId)
                .map(id -> claimed(queue, id))
                .filter(held -> !held.isEmpty())
                .map(held -> toClaim(claimId, held));
    }

    private List<MessageDocument> claimed(QueueId queue, ObjectId claimId) {
        Instant now = clock.instant();
        Criteria held = MessageCriteria.claimedBy(MessageCriteria.alive(queue, now), claimId, now);
        return mongo.find(query(held).with(Sort.by("marker")), MessageDocument.class);
    }

    private Claim toClaim(String claimId, List<MessageDocument> held) {
        Instant now = clock.instant();
        MessageDocument first = held.get(0);
        Instant claimed = first.claimedUntil().minusSeconds(first.claimTtlSeconds());
        List<Message> messages =
                held.stream().map(document -> document.toMessage(now)).toList();
        long ageSeconds = Math.max(0, now.getEpochSecond() - claimed.getEpochSecond());
        return new Claim(claimId, first.claimTtlSeconds(), ageSeconds, messages);
    }

    @Override
    public boolean renew(QueueId queue, String claimId, ClaimTerms terms) {
        return parse(claimId).filter(id -> renew(queue, id, terms)).isPresent();
    }

    private boolean renew(QueueId queue, ObjectId claimId, ClaimTerms terms) {
        Instant now = clock.instant();
        Query held = query(MessageCriteria.claimedBy(MessageCriteria.alive(queue, now), claimId, now));
        boolean renewed = mongo.updateMulti(held, toUpdate(claimId, terms, now), MessageDocument.class)
                        .getMatchedCount()
                > 0;
        outliveClaim(queue, claimId, terms, now);
        return renewed;
    }

    @Override
    public void release(QueueId queue, String claimId) {
        parse(claimId).ifPresent(id -> {
            Query held = query(where("queue").is(queue.key()).and("claimId").is(id));
            Update released = Update.update("claimId", null)
                    .set("claimedUntil", Instant.EPOCH)
                    .set("claimCount", 0);
            mongo.updateMulti(held, released, MessageDocument.class);
        });
    }

    private static Optional<ObjectId> parse(String claimId) {
        return ObjectId.isValid(claimId) ? Optional.of(new ObjectId(claimId)) : Optional.empty();
    }
}
