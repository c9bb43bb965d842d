// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import io.profiler.sample.model.QueueId;
import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/** The routes of the API, and the paths of its resources. A slash in a name makes another route, even if encoded. */
final class Paths {

    static final String HOME = "/v2/";
    static final String PING = "/v2/ping";
    static final String HEALTH = "/v2/health";
    static final String QUEUES = "/v2/queues";
    static final String QUEUE = "/{queue:[^\\x2F]+}";
    static final String MESSAGES = QUEUES + QUEUE + "/messages";
    static final String CLAIMS = QUEUES + QUEUE + "/claims";
    static final String SHARE = QUEUES + QUEUE + "/share";
    static final String SUBSCRIPTIONS = QUEUES + QUEUE + "/subscriptions";
    static final String POOLS = "/v2/pools";
    static final String FLAVORS = "/v2/flavors";

    private Paths() {}

    static URI queue(QueueId queue) {
        return expand(QUEUES + "/{queue}", queue.name());
    }

    static URI messages(QueueId queue) {
        return expand(QUEUES + "/{queue}/messages", queue.name());
    }

    static URI message(QueueId queue, String id) {
        return expand(QUEUES + "/{queue}/messages/{id}", queue.name(), id);
    }

    static URI claim(QueueId queue, String id) {
        return expand(QUEUES + "/{queue}/claims/{id}", queue.name(), id);
    }

    static URI subscriptions(QueueId queue) {
        return expand(QUEUES + "/{queue}/subscriptions", queue.name());
    }

    static URI subscription(QueueId queue, String id) {
        return expand(QUEUES + "/{queue}/subscriptions/{id}", queue.name(), id);
    }

    static URI subscriptionConfirmation(QueueId queue, String id) {
        return expand(QUEUES + "/{queue}/subscriptions/{id}/confirm", queue.name(), id);
    }

    static URI pool(String name) {
        return expand(POOLS + "/{pool}", name);
    }

    static URI flavor(String name) {
        return expand(FLAVORS + "/{flavor}", name);
    }

    private static URI expand(String template, Object... values) {
        return UriComponentsBuilder.fromPath(template)
                .encode()
                .buildAndExpand(values)
                .toUri();
    }
}
