// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.pool;

import io.profiler.sample.management.Pool;
import io.profiler.sample.management.PoolChange;
import io.profiler.sample.model.JsonText;
import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.json.JsonSchemaRules;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an administrator says about a pool. */
@Component
class PoolReader {

    private static final JsonText NO_OPTIONS = new JsonText("{}");

    private final JsonMapper jsonMapper;

    PoolReader(JsonMapper jsonMapper) {
        this.jsonMapper = jsonMapper;
    }

    Pool readNew(String name, JsonBody body) {
        ObjectNode pool = body.object("JSON could not be parsed.");
        JsonSchemaRules.requireOnly(pool, List.of("uri", "weight", "flavor", "options"));
        JsonSchemaRules.require(pool, List.of("uri", "weight"));
        PoolChange values = read(pool);
        return new Pool(
                name,
                Objects.requireNonNull(values.uri()),
                Objects.requireNonNull(values.weight()),
                values.flavor(),
                Objects.requireNonNullElse(values.options(), NO_OPTIONS));
    }

    PoolChange readChange(JsonBody body) {
        ObjectNode change = body.object("JSON could not be parsed.");
        if (Stream.of("uri", "weight", "flavor", "options").noneMatch(change::has)) {
            throw ApiException.badBody("One of `uri`, `weight`, `flavor`, or `options` needs to be specified");
        }
        return read(change);
    }

    private PoolChange read(ObjectNode pool) {
        return new PoolChange(
                uri(pool),
                JsonSchemaRules.integer(pool, "weight", 4_294_967_295L),
                JsonSchemaRules.string(pool, "flavor", 255),
                options(pool));
    }

    private static @Nullable String uri(ObjectNode pool) {
        String uri = JsonSchemaRules.string(pool, "uri", 255);
        if (uri != null && !uri.startsWith("mongodb://") && !uri.startsWith("mongodb+srv://")) {
            throw ApiException.badBody("cannot connect to " + uri);
        }
        return uri;
    }

    private @Nullable JsonText options(ObjectNode pool) {
        JsonNode options = JsonSchemaRules.object(pool, "options");
        return options == null ? null : new JsonText(jsonMapper.writeValueAsString(options));
    }
}
