// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.json;

import io.profiler.sample.web.error.ApiException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a request, not parsed yet: its size has to be checked first. */
public final class JsonBody {

    private static final String UNREADABLE = "Request body could not be parsed.";

    private final byte[] bytes;
    private final @Nullable MediaType contentType;
    private final JsonReader reader;

    JsonBody(byte[] bytes, @Nullable MediaType contentType, JsonReader reader) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.reader = reader;
    }

    /** What type the client says that the body has; null if it says none, or none that can be parsed. */
    public @Nullable MediaType contentType() {
        return contentType;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public void requireAtMost(long maxBytes, String complaint) {
        if (bytes.length > maxBytes) {
            throw ApiException.badRequest(complaint.formatted(maxBytes));
        }
    }

    /** The body as an object or a list. */
    public JsonNode document() {
        return document(UNREADABLE);
    }

    public ObjectNode object() {
        return object(UNREADABLE);
    }

    /** The body as an object, with the complaint if it is not JSON at all. */
    public ObjectNode object(String complaint) {
        if (document(complaint) instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badBody("Document type not supported.");
    }

    private JsonNode document(String complaint) {
        return reader.read(bytes).orElseThrow(() -> ApiException.badBody(complaint));
    }
}
