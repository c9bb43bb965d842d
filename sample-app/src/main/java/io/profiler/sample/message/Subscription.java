// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.message;

import io.profiler.sample.model.JsonText;

/**
 * Somebody who wants to hear of new messages in a queue.
 *
 * @param subscriber the address to notify
 * @param options what the subscriber wants to know about the notification, a JSON object
 * @param confirmed whether the subscriber has agreed
 */
public record Subscription(
        String id, String subscriber, long ttlSeconds, long ageSeconds, JsonText options, boolean confirmed) {}
