// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the changes that a client wants to make to a queue's metadata. */
final class QueuePatchReader {

    static final String CONTENT_TYPE = "application/openstack-messaging-v2.0-json-patch";

    private static final MediaType MEDIA_TYPE = MediaType.parseMediaType(CONTENT_TYPE);
    private static final String OPERATIONS = "It must be one of the following: add, remove, replace.";
    private static final String ROOT = "metadata";

    private QueuePatchReader() {}

    static QueuePatch read(JsonBody body) {
        requireContentType(body);
        if (body.isEmpty()) {
            throw ApiException.badBody("PATCH body could not be empty for update.");
        }
        JsonNode document = body.document();
        if (!document.isArray()) {
            throw ApiException.badBody("Document type not supported.");
        }
        return new QueuePatch(
                document.values().stream().map(QueuePatchReader::change).toList());
    }

    private static void requireContentType(JsonBody body) {
        if (!MEDIA_TYPE.equalsTypeAndSubtype(body.contentType())) {
            throw new ApiException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Accepted media type for PATCH: {'Accept-Patch': '%s'}.".formatted(CONTENT_TYPE),
                    null);
        }
    }

    private static QueuePatch.Change change(JsonNode change) {
        if (!(change instanceof ObjectNode object)) {
            throw ApiException.badBody("Operations must be JSON objects.");
        }
        String operation = text(object, "op", ". " + OPERATIONS);
        return switch (operation) {
            case "add" -> new QueuePatch.Add(field(object), value(object, operation));
            case "replace" -> new QueuePatch.Replace(field(object), value(object, operation));
            case "remove" -> new QueuePatch.Remove(field(object));
            default -> throw ApiException.badBody("Invalid operation: `%s`. %s".formatted(operation, OPERATIONS));
        };
    }

    private static String text(ObjectNode change, String name, String advice) {
        return change.path(name)
                .stringValueOpt()
                .orElseThrow(() ->
                        ApiException.badBody("Unable to find `%s` in JSON Schema change%s".formatted(name, advice)));
    }

    private static String field(ObjectNode change) {
        String pointer = text(change, "path", ".");
        if (!pointer.startsWith("/")) {
            throw ApiException.badBody("Pointer `%s` does not start with \"/\".".formatted(pointer));
        }
        List<String> segments = List.of(pointer.substring(1).split("/", -1));
        if (segments.size() < 2 || !segments.get(0).equals(ROOT)) {
            throw ApiException.badBody("The root of path must be metadata, e.g /metadata/key.");
        }
        if (segments.size() > 2 || segments.get(1).isEmpty()) {
            throw ApiException.badBody("Pointer `%s` does not name one field of the metadata.".formatted(pointer));
        }
        return segments.get(1).replace("~1", "/").replace("~0", "~");
    }

    private static JsonNode value(ObjectNode change, String operation) {
        JsonNode value = change.get("value");
        if (value == null) {
            throw ApiException.badBody("Operation \"%s\" requires a member named \"value\".".formatted(operation));
        }
        return value;
    }
}
