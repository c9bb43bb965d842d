// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.management;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client said about a queue: fields of its own choice, and reserved ones that start with an underscore.
 *
 * @param values the fields as they were sent; not to be changed
 */
public record QueueMetadata(ObjectNode values) {

    public static final int MAX_MESSAGES_POST_BYTES = 256 * 1024;

    public static final QueueMetadata EMPTY = new QueueMetadata(JsonNodeFactory.instance.objectNode());

    private static final String MAX_MESSAGES_POST_SIZE = "_max_messages_post_size";
    private static final String DEFAULT_MESSAGE_TTL = "_default_message_ttl";
    private static final String DEFAULT_MESSAGE_DELAY = "_default_message_delay";

    private static final String FLAVOR = "_flavor";
    private static final ObjectNode DEFAULTS = JsonNodeFactory.instance
            .objectNode()
            .put(MAX_MESSAGES_POST_SIZE, MAX_MESSAGES_POST_BYTES)
            .put(DEFAULT_MESSAGE_TTL, 3600)
            .put(DEFAULT_MESSAGE_DELAY, 0)
            .putNull("_dead_letter_queue")
            .putNull("_dead_letter_queue_messages_ttl")
            .putNull("_max_claim_count")
            .put("_enable_encrypt_messages", false);

    /** Metadata that says nothing but the flavor, if there is one. */
    public static QueueMetadata ofFlavor(@Nullable String flavor) {
        return flavor == null
                ? EMPTY
                : new QueueMetadata(JsonNodeFactory.instance.objectNode().put(FLAVOR, flavor));
    }

    /** The fields, followed by the reserved ones that the client did not send. */
    public ObjectNode withDefaults() {
        ObjectNode complete = values.deepCopy();
        DEFAULTS.forEachEntry(complete::putIfAbsent);
        return complete;
    }

    /** Whether a field means something to the service, which has a default for it. */
    public static boolean isReserved(String field) {
        return DEFAULTS.has(field);
    }

    public long maxMessagesPostBytes() {
        return numberOrDefault(MAX_MESSAGES_POST_SIZE);
    }

    public long defaultMessageTtlSeconds() {
        return numberOrDefault(DEFAULT_MESSAGE_TTL);
    }

    public long defaultMessageDelaySeconds() {
        return numberOrDefault(DEFAULT_MESSAGE_DELAY);
    }

    /** How often a message can be claimed; empty if there is no limit. */
    public OptionalLong maxClaimCount() {
        return positive("_max_claim_count");
    }

    /** The name of the queue for messages that were claimed too often. */
    public Optional<String> deadLetterQueue() {
        return values.path("_dead_letter_queue").stringValueOpt().filter(name -> !name.isEmpty());
    }

    /** How long such messages live there; empty if that does not change. */
    public OptionalLong deadLetterTtlSeconds() {
        return positive("_dead_letter_queue_messages_ttl");
    }

    private OptionalLong positive(String field) {
        long value = values.path(field).asLong(0);
        return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    }

    /** The flavor whose pools are to hold the queue. */
    public Optional<String> flavor() {
        return values.path(FLAVOR).stringValueOpt();
    }

    private long numberOrDefault(String field) {
        long value = values.path(field).asLong(0);
        return value != 0 ? value : DEFAULTS.required(field).asLong();
    }
}
