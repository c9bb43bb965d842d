// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that somebody with a key has signed, who may still have made mistakes. */
final class SignedJson {

    /** As Python reads it: of members of one name the last counts. */
    static final SignedJson LENIENT = new SignedJson(new JsonFactory());

    /** A member stands once, and what no token needs is refused: numbers beyond all clocks, and depth. */
    static final SignedJson STRICT = new SignedJson(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(32)
                    .maxNestingDepth(4)
                    .build())
            .build());

    private final JsonMapper mapper;

    private SignedJson(JsonFactory factory) {
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The object, or null if the bytes are not one in UTF-8. */
    @Nullable
    JsonNode object(byte @Nullable [] bytes) {
        try {
            JsonNode read = bytes == null ? null : mapper.readTree(text(bytes));
            return read != null && read.isObject() ? read : null;
        } catch (CharacterCodingException | JacksonException malformed) {
            return null;
        }
    }

    /** Mostly ids alone, for which no decoder is needed. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        return isAscii(bytes)
                ? new String(bytes, StandardCharsets.US_ASCII)
                : StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
