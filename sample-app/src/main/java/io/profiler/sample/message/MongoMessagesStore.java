// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.profiler.sample.model.QueueId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class MongoMessagesStore implements MessagesStore {

    private final MongoOperations mongo;
    private final MessageAppender appender;
    private final Clock clock;

    MongoMessagesStore(MongoOperations mongo, MessageAppender appender, Clock clock) {
        this.mongo = mongo;
        this.appender = appender;
        this.clock = clock;
    }

    @Override
    public List<String> post(QueueId queue, String clientId, List<NewMessage> messages) {
        return appender.append(queue, clientId, messages);
    }

    @Override
    public List<Message> list(QueueId queue, MessageFilter filter) {
        Instant now = clock.instant();
        Query page = query(matching(queue, filter, now)).with(Sort.by("marker")).limit(filter.limit());
        return mongo.find(page, MessageDocument.class).stream()
                .map(document -> document.toMessage(now))
                .toList();
    }

    private static Criteria matching(QueueId queue, MessageFilter filter, Instant now) {
        Criteria criteria = MessageCriteria.alive(queue, now);
        if (filter.marker() != null) {
            criteria = criteria.and("marker").gt(filter.marker());
        }
        if (filter.hiddenClientId() != null) {
            criteria = criteria.and("clientId").ne(filter.hiddenClientId());
        }
        if (!filter.includeClaimed()) {
            criteria = MessageCriteria.unclaimed(criteria, now);
        }
        return filter.includeDelayed() ? criteria : MessageCriteria.notDelayed(criteria, now);
    }

    @Override
    public List<Message> find(QueueId queue, List<String> ids) {
        Instant now = clock.instant();
        Criteria alive = MessageCriteria.identified(queue, ids).and("expires").gt(now);
        return mongo.find(query(alive).with(Sort.by("marker")), MessageDocument.class).stream()
                .map(document -> document.toMessage(now))
                .toList();
    }

    @Override
    public Deletion delete(QueueId queue, String id, @Nullable String claimId) {
        if (claimId != null && !ObjectId.isValid(claimId)) {
            return Deletion.REFUSED_AS_CLAIM_IS_UNKNOWN;
        }
        Instant now = clock.instant();
        Criteria unclaimed = MessageCriteria.unclaimed(one(queue, id), now);
        Criteria deletable =
                claimId == null ? unclaimed : one(queue, id).and("claimId").is(new ObjectId(claimId));
        boolean done =
                mongo.remove(query(deletable), MessageDocument.class).getDeletedCount() > 0 || !exists(one(queue, id));
        if (done) {
            return Deletion.DONE;
        }
        return exists(unclaimed) ? Deletion.REFUSED_AS_UNCLAIMED : Deletion.REFUSED_AS_CLAIMED;
    }

    private static Criteria one(QueueId queue, String id) {
        return MessageCriteria.identified(queue, List.of(id));
    }

    private boolean exists(Criteria criteria) {
        return mongo.exists(query(criteria), MessageDocument.class);
    }

    @Override
    public void delete(QueueId queue, List<String> ids) {
        mongo.remove(query(MessageCriteria.identified(queue, ids)), MessageDocument.class);
    }

    @Override
    public List<Message> pop(QueueId queue, int limit) {
        Instant now = clock.instant();
        return Stream.generate(() -> pop(queue, now))
                .limit(limit)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Message> pop(QueueId queue, Instant now) {
        Query first = query(MessageCriteria.unclaimed(MessageCriteria.alive(queue, now), now))
                .with(Sort.by("marker"));
        return Optional.ofNullable(mongo.findAndRemove(first, MessageDocument.class))
                .map(document -> document.toMessage(now));
    }

    @Override
    public void purge(QueueId queue) {
        Instant now = clock.instant();
        mongo.remove(query(MessageCriteria.unclaimed(ofQueue(queue), now)), MessageDocument.class);
    }

    @Override
    public MessageCounts count(QueueId queue) {
        return count(now -> MessageCriteria.alive(queue, now));
    }

    @Override
    public MessageCounts countAll() {
        return count(now -> where("expires").gt(now));
    }

    private MessageCounts count(Function<Instant, Criteria> alive) {
        Instant now = clock.instant();
        long free = count(MessageCriteria.unclaimed(alive.apply(now), now));
        long claimed = count(MessageCriteria.claimed(alive.apply(now), now));
        return new MessageCounts(free, claimed);
    }

    private long count(Criteria criteria) {
        return mongo.count(query(criteria), MessageDocument.class);
    }

    @Override
    public Optional<Message> oldest(QueueId queue) {
        return first(queue, Sort.Direction.ASC);
    }

    @Override
    public Optional<Message> newest(QueueId queue) {
        return first(queue, Sort.Direction.DESC);
    }

    private Optional<Message> first(QueueId queue, Sort.Direction direction) {
        Instant now = clock.instant();
        Query first = query(MessageCriteria.alive(queue, now)).with(Sort.by(direction, "marker"));
        return Optional.ofNullable(mongo.findOne(first, MessageDocument.class))
                .map(document -> document.toMessage(now));
    }

    private static Criteria ofQueue(QueueId queue) {
        return where("queue").is(queue.key());
    }

    @Override
    public void deleteAll(QueueId queue) {
        mongo.remove(query(ofQueue(queue)), MessageDocument.class);
        mongo.remove(query(where("_id").is(queue.key())), MarkerDocument.class);
    }
}
