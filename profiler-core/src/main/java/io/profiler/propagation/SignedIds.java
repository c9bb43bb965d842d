// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The ids that a header or a token gives.
 *
 * @param baseId id of the trace; a new one if none is given
 * @param parentId id of the span above; the base id if none is given
 * @param areNew whether no id of a trace is given
 */
record SignedIds(String baseId, String parentId, boolean areNew) {

    static final String BASE_ID = "base_id";
    static final String PARENT_ID = "parent_id";

    /** The ids in an object, or null if one is not a text. */
    static @Nullable SignedIds of(JsonNode object) {
        JsonNode base = object.path(BASE_ID);
        JsonNode parent = object.path(PARENT_ID);
        if (!isTextOrNothing(base) || !isTextOrNothing(parent)) {
            return null;
        }
        boolean areNew = !isGiven(base);
        String baseId = areNew ? UUID.randomUUID().toString() : base.stringValue();
        return new SignedIds(baseId, isGiven(parent) ? parent.stringValue() : baseId, areNew);
    }

    private static boolean isTextOrNothing(JsonNode id) {
        return id.isString() ? isStorable(id.stringValue()) : id.isNull() || id.isMissingNode();
    }

    /** Without halves of surrogate pairs; mostly an id has neither halves nor pairs. */
    private static boolean isStorable(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isSurrogate(id.charAt(i))) {
                return StandardCharsets.UTF_8.newEncoder().canEncode(id);
            }
        }
        return true;
    }

    private static boolean isGiven(JsonNode id) {
        return id.isString() && !id.stringValue().isEmpty();
    }
}
