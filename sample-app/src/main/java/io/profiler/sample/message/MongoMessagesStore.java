// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.profiler.sample.model.QueueId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    public void deleteAll(QueueId queue) {
        mongo.remove(query(where("queue").is(queue.key())), MessageDocument.class);
        mongo.remove(query(where("_id").is(queue.key())), MarkerDocument.class);
    }
}
