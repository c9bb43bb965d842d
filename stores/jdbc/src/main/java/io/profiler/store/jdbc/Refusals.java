// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.store.backend.FailureText;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;

/** Tells what a database refuses for good from what it may take later: by its SQL states, for which Spring has fewer names. */
final class Refusals {

    /** Too big, constraint, mismatch: SQLite has error codes where others have SQL states. */
    private static final Set<Integer> OF_SQLITE = Set.of(18, 19, 20);

    /** MySQL's code for a text that the column's character set has no form for; its SQL state says nothing. */
    private static final int INCORRECT_STRING = 1366;

    private static final String DATA = "22";
    private static final String CONSTRAINT = "23";

    /** A sequence has no more of them, or more than the column takes: all others are texts. */
    private static final Set<String> NO_MORE_IDS = Set.of("2200H", "22003");

    /** MariaDB's code for it, to which MySQL's driver gives a state of its own. */
    private static final int OUT_OF_IDS = 167;

    private Refusals() {}

    /** Whether some rows of a batch may be why none was stored. */
    static boolean mayBeOfSome(RuntimeException failure) {
        return FailureText.causes(failure).anyMatch(cause -> cause instanceof SQLException refused && isOfRow(refused));
    }

    private static boolean isOfRow(SQLException refused) {
        String state = refused.getSQLState();
        if (state == null) {
            return OF_SQLITE.contains(refused.getErrorCode());
        }
        if (NO_MORE_IDS.contains(state) || refused.getErrorCode() == OUT_OF_IDS) {
            return false;
        }
        return refused.getErrorCode() == INCORRECT_STRING || state.startsWith(DATA) || state.startsWith(CONSTRAINT);
    }

    /** Whether a row that was refused alone is there already, because another writer has just stored it. */
    static boolean isThere(RuntimeException refused) {
        return refused instanceof DuplicateKeyException && names(refused, Statements.UNIQUE_INDEX);
    }

    /** Whether the table had no id for a row that was refused alone: what the row holds is not why. */
    static boolean isOfId(RuntimeException refused) {
        return refused instanceof DuplicateKeyException && !isThere(refused);
    }

    private static boolean names(RuntimeException refused, String index) {
        return FailureText.causes(refused)
                .filter(SQLException.class::isInstance)
                .anyMatch(cause -> String.valueOf(cause.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .contains(index));
    }
}
