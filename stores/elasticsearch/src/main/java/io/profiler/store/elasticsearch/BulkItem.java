// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.elasticsearch;

import java.util.Map;

/** What became of one action of a bulk request. */
record BulkItem(int status, String errorType, String reason) {

    static BulkItem of(Object item) {
        if (item instanceof Map<?, ?> byAction && byAction.size() == 1) {
            Object result = byAction.values().iterator().next();
            if (result instanceof Map<?, ?> members && members.get("status") instanceof Number status) {
                Object error = members.get("error");
                return new BulkItem(
                        status.intValue(), Causes.type(error), Causes.reason(error, "HTTP status " + status));
            }
        }
        return new BulkItem(500, "", "an answer that cannot be read");
    }

    /** A document that is there already was stored by an earlier attempt; one that is not there needs no deleting. */
    boolean isDone() {
        return status < 300 || status == 409 || status == 404 && errorType.isEmpty();
    }

    /** Whether the document itself is why it was refused: then it is refused the next time as well. */
    boolean isOfDocument() {
        return Refusals.areOfDocument(status, errorType, reason);
    }
}
