// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.WriteError;
import java.util.List;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;

/**
 * Tells what the server refuses for good from what it may take later. The server's own labels come first; an error that is
 * not known here is taken for one that passes, because what is dropped is gone.
 */
final class Refusals {

    private static final List<String> PASSING_LABELS = List.of(
            "RetryableWriteError",
            MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL,
            "RetryableError",
            "SystemOverloadedError");

    private Refusals() {}

    /** Whether the document itself is why it was not stored: then no other document of its batch has to wait for it. */
    static boolean isOfDocument(WriteError error) {
        return ErrorCode.of(error.getCode()).filter(ErrorCode::isOfDocument).isPresent();
    }

    /** Whether some documents of a batch may be why none was stored: those that driver or server cannot read. */
    static boolean mayBeOfSome(RuntimeException failure) {
        return failure instanceof BSONException
                || failure instanceof CodecConfigurationException
                || failure instanceof MongoCommandException refused && isOfUnreadableDocument(refused);
    }

    private static boolean isOfUnreadableDocument(MongoCommandException error) {
        return !hasPassingLabel(error)
                && ErrorCode.of(error.getErrorCode())
                        .filter(ErrorCode::isOfUnreadableDocument)
                        .isPresent();
    }

    /** Whether the server says that the same call may succeed later, whatever its code. */
    static boolean hasPassingLabel(MongoException error) {
        return PASSING_LABELS.stream().anyMatch(error::hasErrorLabel);
    }

    /** Whether it is known that the same command may succeed later. */
    static boolean isPassing(MongoCommandException error) {
        return hasPassingLabel(error)
                || ErrorCode.of(error.getErrorCode())
                        .filter(ErrorCode::isPassing)
                        .isPresent();
    }
}
