// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.QueueId;
import io.profiler.trace.MessageStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subscriptions to the queues. Ids can be any text. */
@MessageStore("mongodb_subscription_controller")
public interface SubscriptionsStore {

    /**
     * Adds a subscription. One of the same subscriber that is not confirmed yet stays as it is.
     *
     * @return the id of the subscriber's subscription
     * @throws SubscriptionExistsException if the subscriber has a confirmed one
     */
    String create(QueueId queue, NewSubscription subscription);

    Optional<Subscription> find(QueueId queue, String id);

    /** The subscriptions of a queue in the order in which they were made, from the first one after the marker. */
    List<Subscription> list(QueueId queue, @Nullable String marker, int limit);

    /**
     * Changes a subscription.
     *
     * @return whether it is there
     * @throws SubscriptionExistsException if the new subscriber has one already
     */
    boolean update(QueueId queue, String id, SubscriptionChange change);

    /**
     * Notes whether the subscriber agrees.
     *
     * @return whether the subscription is there
     */
    boolean confirm(QueueId queue, String id, boolean confirmed);

    /** Removes a subscription, if it is there. */
    void delete(QueueId queue, String id);

    /** Removes all subscriptions to a queue. */
    void deleteAll(QueueId queue);
}
