// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.profiler.sample.model.QueueId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.query.Criteria;

/** What messages are asked for. An expired message is gone, even if it was not deleted yet. */
final class MessageCriteria {

    private MessageCriteria() {}

    static Criteria alive(QueueId queue, Instant now) {
        return where("queue").is(queue.key()).and("expires").gt(now);
    }

    /** The messages of these ids; a text that is no id is that of no message. */
    static Criteria identified(QueueId queue, Collection<String> ids) {
        List<ObjectId> known =
                ids.stream().filter(ObjectId::isValid).map(ObjectId::new).toList();
        return where("queue").is(queue.key()).and("_id").in(known);
    }

    static Criteria unclaimed(Criteria criteria, Instant now) {
        return criteria.and("claimedUntil").lte(now);
    }

    static Criteria claimed(Criteria criteria, Instant now) {
        return criteria.and("claimedUntil").gt(now);
    }

    static Criteria notDelayed(Criteria criteria, Instant now) {
        return criteria.and("delayedUntil").lte(now);
    }

    static Criteria claimedBy(Criteria criteria, ObjectId claimId, Instant now) {
        return claimed(criteria.and("claimId").is(claimId), now);
    }
}
