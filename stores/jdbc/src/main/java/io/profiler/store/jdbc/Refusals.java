// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells what a database refuses for good from what it may take later. */
final class Refusals {

    /** Too big, constraint, mismatch: SQLite has error codes where others have SQL states. */
    private static final Set<Integer> OF_SQLITE = Set.of(18, 19, 20);

    private Refusals() {}

    /** Whether some rows of a batch may be why none was stored. */
    static boolean mayBeOfSome(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException
                || failure instanceof DataAccessException refused
                        && refused.getRootCause() instanceof SQLException cause
                        && cause.getSQLState() == null
                        && OF_SQLITE.contains(cause.getErrorCode());
    }
}
