// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.profiler.sample.model.QueueId;
import org.bson.types.ObjectId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Moves messages that were claimed too often to where somebody looks after them. */
@Component
class DeadLetters {

    private final MongoOperations mongo;
    private final MessageAppender appender;

    DeadLetters(MongoOperations mongo, MessageAppender appender) {
        this.mongo = mongo;
        this.appender = appender;
    }

    /** Moves those messages of a claim. They stay hidden there until the claim would have ended. */
    void moveFrom(QueueId queue, ObjectId claimId, DeadLetterRule rule) {
        Criteria exhausted = where("queue")
                .is(queue.key())
                .and("claimId")
                .is(claimId)
                .and("claimCount")
                .gt(rule.maxClaims());
        mongo.find(query(exhausted).with(Sort.by("marker")), MessageDocument.class)
                .forEach(message -> appender.move(message, rule));
    }
}
