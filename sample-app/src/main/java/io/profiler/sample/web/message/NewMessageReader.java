// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.message;

import io.profiler.sample.management.QueueMetadata;
import io.profiler.sample.message.NewMessage;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.json.JsonFields;
import io.profiler.sample.web.json.TtlRange;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the messages that a client posts. */
@Component
class NewMessageReader {

    private final JsonMapper jsonMapper;

    NewMessageReader(JsonMapper jsonMapper) {
        this.jsonMapper = jsonMapper;
    }

    List<NewMessage> read(JsonBody body, QueueMetadata queue) {
        body.requireAtMost(queue.maxMessagesPostBytes(), "Message collection size is too large. Max size %s");
        List<NewMessage> messages = messageList(body.document()).values().stream()
                .map(JsonFields::of)
                .map(message -> message(message, queue))
                .toList();
        if (messages.isEmpty()) {
            throw ApiException.badRequest("No messages to enqueu.");
        }
        messages.forEach(message -> TtlRange.MESSAGE.check(message.ttlSeconds()));
        return messages;
    }

    private static JsonNode messageList(JsonNode document) {
        JsonNode messages = document.path("messages");
        if (messages.isMissingNode()) {
            throw ApiException.badRequest("No messages were found in the request body.");
        }
        if (!messages.isArray()) {
            throw ApiException.badBody("Document type not supported.");
        }
        return messages;
    }

    private NewMessage message(JsonFields message, QueueMetadata queue) {
        return new NewMessage(
                message.integer("ttl", queue.defaultMessageTtlSeconds()),
                message.seconds("delay", queue.defaultMessageDelaySeconds()),
                new JsonText(jsonMapper.writeValueAsString(message.required("body"))));
    }
}
