// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonFields;
import io.profiler.sample.web.json.TtlRange;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the reserved fields of a queue's metadata may hold. As in the original, empty values of any type pass. */
final class QueueMetadataRules {

    private static final int MAX_DELAY_SECONDS = 900;

    private static final List<IntegerRule> INTEGERS = List.of(
            new IntegerRule(
                    "_default_message_ttl",
                    TtlRange.MESSAGE.minSeconds(),
                    TtlRange.MESSAGE.maxSeconds(),
                    "_default_message_ttl can not exceed %2$s seconds, and must be at least %1$s seconds long."),
            new IntegerRule(
                    "_max_messages_post_size",
                    1,
                    QueueMetadata.MAX_MESSAGES_POST_BYTES,
                    "_max_messages_post_size can not exceed %2$s,  and must be at least greater than 0."),
            new IntegerRule(
                    "_default_message_delay",
                    0,
                    MAX_DELAY_SECONDS,
                    "The TTL can not exceed %2$s seconds, and must be at least %1$s seconds long."),
            new IntegerRule("_max_claim_count", Long.MIN_VALUE, Long.MAX_VALUE, ""),
            new IntegerRule(
                    "_dead_letter_queue_messages_ttl",
                    TtlRange.MESSAGE.minSeconds(),
                    TtlRange.MESSAGE.maxSeconds(),
                    TtlRange.MESSAGE.complaint()));

    private static final String ENCRYPT = "_enable_encrypt_messages";

    private QueueMetadataRules() {}

    static void check(ObjectNode metadata) {
        INTEGERS.forEach(rule -> rule.check(metadata));
        JsonNode encrypt = metadata.path(ENCRYPT);
        if (!isEmpty(encrypt) && !encrypt.isBoolean()) {
            throw ApiException.badRequest(ENCRYPT + " must be boolean.");
        }
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainer() || value.isMissingNode() ? value.isEmpty() : isEmptyScalar(value);
    }

    private static boolean isEmptyScalar(JsonNode value) {
        return value.isNull()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && value.doubleValue() == 0
                || value.isString() && value.stringValue().isEmpty();
    }

    private record IntegerRule(String name, long min, long max, String complaint) {

        void check(ObjectNode metadata) {
            JsonNode value = metadata.path(name);
            if (isEmpty(value)) {
                return;
            }
            long number = JsonFields.wholeNumber(value)
                    .orElseThrow(() -> ApiException.badRequest(name + " must be integer."));
            if (number < min || number > max) {
                throw ApiException.badRequest(complaint.formatted(min, max));
            }
        }
    }
}
