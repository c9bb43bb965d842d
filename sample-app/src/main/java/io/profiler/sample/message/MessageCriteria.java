// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.profiler.sample.model.QueueId;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.query.Criteria;

/** What messages are asked for. An expired message is gone, even if it was not deleted yet. */
final class MessageCriteria {

    private MessageCriteria() {}

    static Criteria alive(QueueId queue, Instant now) {
        return where("queue").is(queue.key()).and("expires").gt(now);
    }

    static Criteria unclaimed(Criteria criteria, Instant now) {
        return criteria.and("claimedUntil").lte(now);
    }

    static Criteria notDelayed(Criteria criteria, Instant now) {
        return criteria.and("delayedUntil").lte(now);
    }

    static Criteria claimedBy(Criteria criteria, ObjectId claimId, Instant now) {
        return criteria.and("claimId").is(claimId).and("claimedUntil").gt(now);
    }
}
