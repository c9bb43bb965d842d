// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.WriteError;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what the server refuses for good from what it may take later. */
final class Refusals {

    /**
     * The server is going down, not primary, being moved, busy, or out of disk space; see MongoDB's {@code
     * error_codes.yml}.
     */
    private static final Set<Integer> PASSING = Set.of(
            6, 7, 24, 43, 46, 50, 63, 64, 89, 91, 112, 133, 134, 150, 175, 189, 202, 262, 290, 317, 358, 9001, 10058,
            10107, 11600, 11601, 11602, 13388, 13435, 13436, 14031);

    private static final Set<Integer> NO_RIGHTS = Set.of(13, 18, 8000);

    /** Failed to parse, type mismatch, overflow (nested too deeply), invalid BSON, object too large. */
    private static final Set<Integer> UNREADABLE = Set.of(9, 14, 15, 22, 10334, 17280);

    private Refusals() {}

    /** Whether the document itself is why it was not stored: then no other document of its batch has to wait for it. */
    static boolean isOfDocument(WriteError error) {
        return !PASSING.contains(error.getCode())
                && !NO_RIGHTS.contains(error.getCode())
                && error.getCategory() == ErrorCategory.UNCATEGORIZED;
    }

    /** Whether one document of the batch may be why the server did not even look at the others. */
    static boolean isOfUnreadableDocument(MongoCommandException error) {
        return UNREADABLE.contains(error.getErrorCode());
    }

    /** Whether the same call will fail in the same way again, as for want of a right. */
    static boolean isPermanent(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoCommandException refused) {
                return !PASSING.contains(refused.getErrorCode());
            }
            if (cause instanceof MongoBulkWriteException partly) {
                return partly.getWriteConcernError() == null
                        && partly.getWriteErrors().stream().noneMatch(failed -> PASSING.contains(failed.getCode()));
            }
        }
        return false;
    }
}
