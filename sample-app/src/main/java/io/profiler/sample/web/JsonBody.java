// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request, not read yet: its size has to be checked first. */
final class JsonBody {

    private static final String UNREADABLE = "Request body could not be parsed.";

    private final byte[] bytes;
    private final @Nullable MediaType contentType;
    private final JsonReader reader;

    JsonBody(byte[] bytes, @Nullable MediaType contentType, JsonReader reader) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.reader = reader;
    }

    /** What the client says that the body is; null if it says nothing that can be understood. */
    @Nullable
    MediaType contentType() {
        return contentType;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    void requireAtMost(long maxBytes, String complaint) {
        if (bytes.length > maxBytes) {
            throw ApiException.badRequest(complaint.formatted(maxBytes));
        }
    }

    /** The body as an object or a list. */
    JsonNode document() {
        return document(UNREADABLE);
    }

    ObjectNode object() {
        return object(UNREADABLE);
    }

    /** The body as an object, with the complaint if it is not JSON at all. */
    ObjectNode object(String complaint) {
        if (document(complaint) instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badBody("Document type not supported.");
    }

    private JsonNode document(String complaint) {
        return reader.read(bytes).orElseThrow(() -> ApiException.badBody(complaint));
    }
}
