// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of an object that a client sent. */
record JsonFields(ObjectNode object) {

    static JsonFields of(JsonNode document) {
        if (document instanceof ObjectNode object) {
            return new JsonFields(object);
        }
        throw ApiException.badBody("Document type not supported.");
    }

    /** A whole number; as in the original, true and false count as 1 and 0. */
    long integer(String name, long fallback) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (value.isIntegralNumber() || value.isBoolean()) {
            return value.asLong();
        }
        throw ApiException.badBody("The value of the \"%s\" field must be a int.".formatted(name));
    }

    JsonNode required(String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw ApiException.badBody("Missing \"%s\" field.".formatted(name));
        }
        return value;
    }
}
