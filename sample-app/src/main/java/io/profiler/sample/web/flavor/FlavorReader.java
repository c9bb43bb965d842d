// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.web.flavor;

import io.profiler.sample.web.json.JsonBody;
import io.profiler.sample.web.json.JsonSchemaRules;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reads what an administrator says about a flavor. */
final class FlavorReader {

    private static final String POOL_LIST = "pool_list";

    private FlavorReader() {}

    /** The names of the pools that are to serve the flavor. */
    static List<String> readPools(JsonBody body) {
        ObjectNode flavor = body.object("JSON could not be parsed.");
        JsonSchemaRules.requireOnly(flavor, List.of(POOL_LIST, "capabilities"));
        JsonSchemaRules.require(flavor, List.of(POOL_LIST));
        return JsonSchemaRules.strings(flavor, POOL_LIST);
    }
}
