// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.json;

import io.profiler.sample.web.error.ApiException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON as the API understands it: UTF-8, an object or a list, and no number that 64 bits cannot hold. */
@Component
class JsonReader {

    private final JsonMapper jsonMapper;

    JsonReader(JsonMapper jsonMapper) {
        this.jsonMapper = jsonMapper;
    }

    /** The document; empty if it is not what the API calls JSON. */
    Optional<JsonNode> read(byte[] text) {
        try {
            JsonNode document = jsonMapper.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
            requireNoBigInteger(document);
            return Optional.of(document).filter(JsonNode::isContainer).filter(JsonReader::isFinite);
        } catch (CharacterCodingException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static void requireNoBigInteger(JsonNode node) {
        if (node.isBigInteger()) {
            throw ApiException.badBody("JSON contains integer that is too large.");
        }
        node.values().forEach(JsonReader::requireNoBigInteger);
    }

    private static boolean isFinite(JsonNode node) {
        boolean overflows = node.isDouble() && !Double.isFinite(node.doubleValue());
        return !overflows && node.values().stream().allMatch(JsonReader::isFinite);
    }
}
