// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import io.profiler.store.backend.TracePointJson;
import java.util.Map;

/**
 * Two lines of a bulk request, or one.
 *
 * @param id id of the document
 * @param lines with their ends
 * @param loss what it means if the server refuses it for good
 */
record BulkAction(String id, String lines, String loss) {

    /** Stores a trace point unless there is one of its id. */
    static BulkAction create(String index, String id, String document) {
        return new BulkAction(id, line("create", index, id) + document + '\n', "Trace point " + id + " is dropped");
    }

    /** Stores an entry among failed traces in place of that of its id. */
    static BulkAction put(String index, String id, String document) {
        return new BulkAction(id, line("index", index, id) + document + '\n', "Failed trace " + id + " is not listed");
    }

    static BulkAction delete(String index, String id) {
        return new BulkAction(id, line("delete", index, id), "Document " + id + " is not deleted");
    }

    private static String line(String action, String index, String id) {
        return TracePointJson.write(Map.of(action, Map.of("_index", index, "_id", id))) + '\n';
    }
}
