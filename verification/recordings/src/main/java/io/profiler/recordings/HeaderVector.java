// SPDX-License-Identifier: Apache-2.0
package io.profiler.recordings;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pair of headers that was put through the real OSprofiler, and what came of it. */
public record HeaderVector(String name, JsonNode recorded) {

    /** Every recorded vector. */
    public static List<HeaderVector> all() {
        return new JsonMapper()
                .readTree(Recordings.text("headers/vectors.json"))
                .valueStream()
                .map(vector -> new HeaderVector(vector.get("name").stringValue(), vector))
                .toList();
    }

    /** Keys as they are configured, separated by commas. */
    public String serverHmacKeys() {
        return recorded.path("server_hmac_keys").asString("");
    }

    /** Keys as the reference splits them. */
    public List<String> serverKeys() {
        return recorded.path("server_keys_split")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    /** Value of X-Trace-Info, null if it is not sent. */
    public @Nullable String info() {
        return text(recorded.path("X-Trace-Info"));
    }

    /** Value of X-Trace-HMAC, null if it is not sent. */
    public @Nullable String hmac() {
        return text(recorded.path("X-Trace-HMAC"));
    }

    /** Whether the request was profiled. */
    public boolean accepted() {
        return recorded.get("accepted").booleanValue();
    }

    /** Base id that the reference took. */
    public @Nullable String baseId() {
        return profiler("base_id");
    }

    /** Parent id that the reference took. */
    public @Nullable String parentId() {
        return profiler("parent_id");
    }

    /** Key that matched. */
    public @Nullable String matchedKey() {
        return profiler("hmac_key");
    }

    private @Nullable String profiler(String member) {
        return text(recorded.path("middleware").path("profiler").path(member));
    }

    private static @Nullable String text(JsonNode node) {
        return Stream.of(node)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return name;
    }
}
