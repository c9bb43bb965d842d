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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoSubscriptionsStore implements SubscriptionsStore {

    private static final String ID = "_id";
    private static final String QUEUE = "queue";
    private static final String SUBSCRIBER = "subscriber";
    private static final String EXPIRES = "expires";

    private final MongoOperations mongo;
    private final Clock clock;

    MongoSubscriptionsStore(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public String create(QueueId queue, NewSubscription subscription) {
        deleteExpired(queue, subscription.subscriber());
        SubscriptionDocument document = SubscriptionDocument.of(queue, subscription, clock.instant());
        try {
            mongo.insert(document);
            return document.id().toHexString();
        } catch (DuplicateKeyException e) {
            return unconfirmed(queue, subscription.subscriber());
        }
    }

    private String unconfirmed(QueueId queue, String subscriber) {
        Query unconfirmed = query(of(queue, subscriber).and("confirmed").is(false));
        return Optional.ofNullable(mongo.findOne(unconfirmed, SubscriptionDocument.class))
                .map(document -> document.id().toHexString())
                .orElseThrow(SubscriptionExistsException::new);
    }

    /** Makes place for a subscription, where an expired one was not deleted by the database yet. */
    private void deleteExpired(QueueId queue, String subscriber) {
        mongo.remove(query(of(queue, subscriber).and(EXPIRES).lte(clock.instant())), SubscriptionDocument.class);
    }

    @Override
    public Optional<Subscription> find(QueueId queue, String id) {
        Instant now = clock.instant();
        return alive(queue, id, now)
                .map(criteria -> mongo.findOne(query(criteria), SubscriptionDocument.class))
                .map(document -> document.toSubscription(now));
    }

    @Override
    public List<Subscription> list(QueueId queue, @Nullable String marker, int limit) {
        if (marker != null && !ObjectId.isValid(marker)) {
            return List.of();
        }
        Instant now = clock.instant();
        Criteria alive = where(QUEUE).is(queue.key()).and(EXPIRES).gt(now);
        Criteria criteria = marker == null ? alive : alive.and(ID).gt(new ObjectId(marker));
        Query page = query(criteria).with(Sort.by(ID)).limit(limit);
        return mongo.find(page, SubscriptionDocument.class).stream()
                .map(document -> document.toSubscription(now))
                .toList();
    }

    @Override
    public boolean update(QueueId queue, String id, SubscriptionChange change) {
        Instant now = clock.instant();
        if (change.subscriber() != null) {
            deleteExpired(queue, change.subscriber());
        }
        try {
            return update(alive(queue, id, now), toUpdate(change, now));
        } catch (DuplicateKeyException e) {
            throw new SubscriptionExistsException();
        }
    }

    private static Update toUpdate(SubscriptionChange change, Instant now) {
        Update update = new Update();
        Optional.ofNullable(change.subscriber()).ifPresent(subscriber -> update.set(SUBSCRIBER, subscriber));
        Optional.ofNullable(change.options()).ifPresent(options -> update.set("options", options.value()));
        Optional.ofNullable(change.ttlSeconds())
                .ifPresent(ttl -> update.set("ttlSeconds", ttl).set(EXPIRES, now.plusSeconds(ttl)));
        return update;
    }

    @Override
    public boolean confirm(QueueId queue, String id, boolean confirmed) {
        return update(alive(queue, id, clock.instant()), Update.update("confirmed", confirmed));
    }

    private boolean update(Optional<Criteria> criteria, Update update) {
        return criteria.map(one -> mongo.updateFirst(query(one), update, SubscriptionDocument.class))
                .filter(result -> result.getMatchedCount() > 0)
                .isPresent();
    }

    @Override
    public void delete(QueueId queue, String id) {
        identified(queue, id).ifPresent(one -> mongo.remove(query(one), SubscriptionDocument.class));
    }

    @Override
    public void deleteAll(QueueId queue) {
        mongo.remove(query(where(QUEUE).is(queue.key())), SubscriptionDocument.class);
    }

    private static Criteria of(QueueId queue, String subscriber) {
        return where(QUEUE).is(queue.key()).and(SUBSCRIBER).is(subscriber);
    }

    private static Optional<Criteria> alive(QueueId queue, String id, Instant now) {
        return identified(queue, id).map(one -> one.and(EXPIRES).gt(now));
    }

    /** The subscription of this id; none if the text is no id. */
    private static Optional<Criteria> identified(QueueId queue, String id) {
        return ObjectId.isValid(id)
                ? Optional.of(where(QUEUE).is(queue.key()).and(ID).is(new ObjectId(id)))
                : Optional.empty();
    }
}
