// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.url;

import io.profiler.sample.model.QueueId;
import java.net.URI;
import org.springframework.web.util.UriComponentsBuilder;

/** The routes of the API, and the paths of its resources. A slash in a name makes another route, even if encoded. */
public final class Paths {

    public static final String HOME = "/v2/";
    public static final String PING = "/v2/ping";
    public static final String HEALTH = "/v2/health";
    public static final String QUEUES = "/v2/queues";
    public static final String QUEUE = "/{queue:[^\\x2F]+}";
    public static final String MESSAGES = QUEUES + QUEUE + "/messages";
    public static final String CLAIMS = QUEUES + QUEUE + "/claims";
    public static final String SHARE = QUEUES + QUEUE + "/share";
    public static final String SUBSCRIPTIONS = QUEUES + QUEUE + "/subscriptions";
    public static final String POOLS = "/v2/pools";
    public static final String FLAVORS = "/v2/flavors";

    private Paths() {}

    public static URI queue(QueueId queue) {
        return expand(QUEUES + "/{queue}", queue.name());
    }

    public static URI messages(QueueId queue) {
        return expand(QUEUES + "/{queue}/messages", queue.name());
    }

    public static URI message(QueueId queue, String id) {
        return expand(QUEUES + "/{queue}/messages/{id}", queue.name(), id);
    }

    public static URI claim(QueueId queue, String id) {
        return expand(QUEUES + "/{queue}/claims/{id}", queue.name(), id);
    }

    public static URI subscriptions(QueueId queue) {
        return expand(QUEUES + "/{queue}/subscriptions", queue.name());
    }

    public static URI subscription(QueueId queue, String id) {
        return expand(QUEUES + "/{queue}/subscriptions/{id}", queue.name(), id);
    }

    public static URI subscriptionConfirmation(QueueId queue, String id) {
        return expand(QUEUES + "/{queue}/subscriptions/{id}/confirm", queue.name(), id);
    }

    public static URI pool(String name) {
        return expand(POOLS + "/{pool}", name);
    }

    public static URI flavor(String name) {
        return expand(FLAVORS + "/{flavor}", name);
    }

    private static URI expand(String template, Object... values) {
        return UriComponentsBuilder.fromPath(template)
                .encode()
                .buildAndExpand(values)
                .toUri();
    }
}
