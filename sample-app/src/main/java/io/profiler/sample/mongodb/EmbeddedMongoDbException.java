// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.mongodb;

import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The embedded database could not start. */
final class EmbeddedMongoDbException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    private EmbeddedMongoDbException(String message, String action, Exception cause) {
        super(message, cause);
        this.action = action;
    }

    static EmbeddedMongoDbException portUnavailable(int port, Exception cause) {
        return new EmbeddedMongoDbException(
                "The embedded MongoDB cannot listen on 127.0.0.1:%s: %s.".formatted(port, cause.getMessage()),
                "Set sample.mongodb.port to another port, or spring.mongodb.uri to the MongoDB that runs there.",
                cause);
    }

    static EmbeddedMongoDbException fileUnusable(Path file, Exception cause) {
        return isLocked(cause)
                ? new EmbeddedMongoDbException(
                        "Another process, such as a second sample, uses the file %s.".formatted(file),
                        "Stop it, or set sample.mongodb.file to another file.",
                        cause)
                : new EmbeddedMongoDbException(
                        "The embedded MongoDB cannot use the file %s: %s.".formatted(file, cause.getMessage()),
                        "Set sample.mongodb.file to a file that can be written.",
                        cause);
    }

    private static boolean isLocked(Exception cause) {
        return cause instanceof MVStoreException e && e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
    }

    /** What the user can do about it. */
    String action() {
        return action;
    }
}
