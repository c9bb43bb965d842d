// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.profiler.sample.model.QueueId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    public void deleteAll(QueueId queue) {
        mongo.remove(query(where("queue").is(queue.key())), MessageDocument.class);
        mongo.remove(query(where("_id").is(queue.key())), MarkerDocument.class);
    }
}
