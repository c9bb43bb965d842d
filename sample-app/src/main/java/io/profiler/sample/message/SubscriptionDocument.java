// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.JsonText;
import io.profiler.sample.model.QueueId;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A subscription as it is stored. */
@Document("subscriptions")
@CompoundIndex(name = "queue_subscriber", def = "{'queue': 1, 'subscriber': 1}", unique = true)
@CompoundIndex(name = "queue_id", def = "{'queue': 1, '_id': 1}")
record SubscriptionDocument(
        @Id ObjectId id,
        String queue,
        String subscriber,
        long ttlSeconds,
        @Indexed(name = "expiry", expireAfter = "0s") Instant expires,
        String options,
        boolean confirmed) {

    static SubscriptionDocument of(QueueId queue, NewSubscription subscription, Instant now) {
        return new SubscriptionDocument(
                new ObjectId(),
                queue.key(),
                subscription.subscriber(),
                subscription.ttlSeconds(),
                now.plusSeconds(subscription.ttlSeconds()),
                subscription.options().value(),
                false);
    }

    Subscription toSubscription(Instant now) {
        long ageSeconds = Math.max(0, now.getEpochSecond() - id.getTimestamp());
        return new Subscription(id.toHexString(), subscriber, ttlSeconds, ageSeconds, new JsonText(options), confirmed);
    }
}
