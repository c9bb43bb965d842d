// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.subscription;

import io.profiler.sample.message.Subscription;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.model.QueueId;

/** A subscription as clients see it. */
record SubscriptionView(
        String id, String source, String subscriber, long ttl, long age, JsonText options, boolean confirmed) {

    static SubscriptionView of(QueueId queue, Subscription subscription) {
        return new SubscriptionView(
                subscription.id(),
                queue.name(),
                subscription.subscriber(),
                subscription.ttlSeconds(),
                subscription.ageSeconds(),
                subscription.options(),
                subscription.confirmed());
    }
}
