// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.conformance;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a request is to be answered with.
 *
 * @param headers by name in lower case
 * @param body null for none
 * @param volatilePointers what differs from run to run
 */
record ExpectedAnswer(
        int status, Map<String, String> headers, @Nullable JsonNode body, Set<String> volatilePointers) {

    ExpectedAnswer withStatus(int other) {
        return new ExpectedAnswer(other, headers, body, volatilePointers);
    }

    ExpectedAnswer withHeader(String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return new ExpectedAnswer(status, changed, body, volatilePointers);
    }

    /** Replaces a value in the body. */
    ExpectedAnswer withValue(String pointer, JsonNode value) {
        JsonNode changed = Objects.requireNonNull(body).deepCopy();
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) changed.at(place.head())).set(place.last().getMatchingProperty(), value);
        return new ExpectedAnswer(status, headers, changed, volatilePointers);
    }

    ExpectedAnswer withError(String title, @Nullable String description) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("title", title);
        if (description != null) {
            error.put("description", description);
        }
        return new ExpectedAnswer(status, headers, error, volatilePointers);
    }
}
