// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.JsonText;
import io.profiler.sample.model.QueueId;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;

/**
 * A message as it is stored. A claim lives in the messages that it holds.
 *
 * @param marker its place in the queue; places are unique
 * @param delayedUntil when its delay is over
 * @param claimId the claim that holds it, or was the last to do so. The field is always there, because the embedded
 *     database fails to read a message to which a field is being added
 * @param claimedUntil when its claim is over; in the past if there is none
 * @param claimCount how often it was claimed
 */
@Document(MessageDocument.COLLECTION)
@CompoundIndex(name = "queue_marker", def = "{'queue': 1, 'marker': 1}", unique = true)
@CompoundIndex(name = "queue_claim", def = "{'queue': 1, 'claimId': 1}")
record MessageDocument(
        @Id ObjectId id,
        String queue,
        long marker,
        String clientId,
        long ttlSeconds,
        @Indexed(name = "expiry", expireAfter = "0s") Instant expires,
        Instant delayedUntil,
        String body,
        @Field(write = Field.Write.ALWAYS) @Nullable ObjectId claimId,
        Instant claimedUntil,
        long claimTtlSeconds,
        long claimCount) {

    static final String COLLECTION = "messages";

    static MessageDocument of(QueueId queue, String clientId, long marker, NewMessage message, Instant now) {
        return new MessageDocument(
                new ObjectId(),
                queue.key(),
                marker,
                clientId,
                message.ttlSeconds(),
                now.plusSeconds(message.ttlSeconds()),
                now.plusSeconds(message.delaySeconds()),
                message.body().value(),
                null,
                Instant.EPOCH,
                0,
                0);
    }

    Message toMessage(Instant now) {
        Instant created = Instant.ofEpochSecond(id.getTimestamp());
        return new Message(
                id.toHexString(),
                marker,
                ttlSeconds,
                created,
                Math.max(0, now.getEpochSecond() - created.getEpochSecond()),
                new JsonText(body),
                claimCount,
                claimId == null ? null : claimId.toHexString());
    }
}
