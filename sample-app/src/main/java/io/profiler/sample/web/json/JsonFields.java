// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.json;

import io.profiler.sample.web.error.ApiException;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of an object that a client sent. */
public record JsonFields(ObjectNode object) {

    private static final long CENTURY = Duration.ofDays(36_525).toSeconds();

    public static JsonFields of(JsonNode document) {
        if (document instanceof ObjectNode object) {
            return new JsonFields(object);
        }
        throw ApiException.badBody("Document type not supported.");
    }

    public long integer(String name, long fallback) {
        JsonNode value = object.path(name);
        return value.isMissingNode()
                ? fallback
                : wholeNumber(value)
                        .orElseThrow(() ->
                                ApiException.badBody("The value of the \"%s\" field must be a int.".formatted(name)));
    }

    /** A number of seconds; more than a century is a century, so that it can be added to any time. */
    public long seconds(String name, long fallback) {
        return Math.max(-CENTURY, Math.min(CENTURY, integer(name, fallback)));
    }

    /** A whole number; as in the original, true and false count as 1 and 0. */
    public static OptionalLong wholeNumber(JsonNode value) {
        if (value.isBoolean()) {
            return OptionalLong.of(value.booleanValue() ? 1 : 0);
        }
        return value.isIntegralNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    public JsonNode required(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw ApiException.badBody("Missing \"%s\" field.".formatted(name));
        }
        return value;
    }
}
