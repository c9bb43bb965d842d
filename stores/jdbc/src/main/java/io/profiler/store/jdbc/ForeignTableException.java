// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

/** A table has OSprofiler's name and another shape; the message is one line without credentials. */
final class ForeignTableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForeignTableException(String message) {
        super(message);
    }
}
