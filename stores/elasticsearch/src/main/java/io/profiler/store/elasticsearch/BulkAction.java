// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.backend.TracePointJson;
import java.util.Map;

/**
 * Two lines of a bulk request, or one.
 *
 * @param id id of the document
 * @param lines with their ends
 * @param ifRefused what it means if the server refuses it for good, with a place for the id
 */
record BulkAction(String id, String lines, String ifRefused) {

    /** Stores a trace point unless there is one of its id. */
    static BulkAction create(String index, String id, String document) {
        return new BulkAction(id, line("create", index, id) + document + '\n', "Trace point %s is dropped");
    }

    /** Stores an entry among failed traces in place of that of its id. */
    static BulkAction put(String index, String id, String document) {
        return new BulkAction(id, line("index", index, id) + document + '\n', "Failed trace %s is not listed");
    }

    static BulkAction delete(String index, String id) {
        return new BulkAction(id, line("delete", index, id), "Document %s is not deleted");
    }

    /** What is lost then. */
    String loss() {
        return ifRefused.formatted(id);
    }

    private static String line(String action, String index, String id) {
        return TracePointJson.write(Map.of(action, Map.of("_index", index, "_id", id))) + '\n';
    }
}
