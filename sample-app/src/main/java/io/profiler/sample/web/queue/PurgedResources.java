// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.queue;

import io.profiler.sample.web.error.ApiException;
import io.profiler.sample.web.json.JsonBody;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What can be purged from a queue. */
enum PurgedResources {
    MESSAGES,
    SUBSCRIPTIONS;

    private static final String FIELD = "resource_types";

    /** Reads which resources to purge: all of them unless the client says so. */
    static Set<PurgedResources> read(JsonBody body) {
        if (body.isEmpty()) {
            return EnumSet.allOf(PurgedResources.class);
        }
        JsonNode types = body.object().get(FIELD);
        if (types == null) {
            throw ApiException.badRequest("Post body must contain key \"%s\".".formatted(FIELD));
        }
        Set<PurgedResources> resources = EnumSet.noneOf(PurgedResources.class);
        if (!types.isArray()) {
            throw unknown();
        }
        types.values().forEach(type -> resources.add(of(type)));
        return resources;
    }

    private static PurgedResources of(JsonNode type) {
        return Arrays.stream(values())
                .filter(resources -> type.isString() && resources.label().equals(type.stringValue()))
                .findFirst()
                .orElseThrow(PurgedResources::unknown);
    }

    private static ApiException unknown() {
        return ApiException.badRequest("Resource types must be a sub set of {'messages', 'subscriptions'}.");
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
