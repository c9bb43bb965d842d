// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.profiler.store.backend.FailureText;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a call failed, in the few words that a person needs, and without what a URL may hold. */
final class Causes {

    private static final String WRONG_CREDENTIALS = "28";

    /** Codes of MySQL and MariaDB for a right that is missing: in a database, for a table, for a column. Their texts name the user. */
    private static final Set<Integer> NOT_ALLOWED = Set.of(1044, 1142, 1143);

    /** As PostgreSQL's driver says it, in English. */
    private static final String LOGIN_TIMED_OUT = "Connection attempt timed out.";

    private static final String UNREADABLE_URL = "the driver cannot read its URL";

    private static final String FULL_DISK = "No space left on device";

    private Causes() {}

    static String inOneLine(Throwable error) {
        return FailureText.causes(error)
                .flatMap(cause -> Stream.ofNullable(known(cause)))
                .findFirst()
                .orElseGet(() -> firstLine(telling(error)));
    }

    /** Whether the database was asked and did not answer in time, as one that is at work. */
    static boolean isLateAnswer(Throwable error) {
        return FailureText.causes(error).anyMatch(SocketTimeoutException.class::isInstance);
    }

    /** The last of the database's own exceptions; a pool's says less than what it stands before. */
    private static Throwable telling(Throwable error) {
        Throwable first =
                error instanceof PoolInitializationException && error.getCause() != null ? error.getCause() : error;
        return FailureText.causes(error).filter(SQLException.class::isInstance).reduce(first, (outer, inner) -> inner);
    }

    private static @Nullable String known(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return FailureText.ofAddress(cause);
        }
        if (cause instanceof SocketTimeoutException || LOGIN_TIMED_OUT.equals(cause.getMessage())) {
            return FailureText.NO_ANSWER;
        }
        if (cause instanceof IOException && String.valueOf(cause.getMessage()).startsWith(FULL_DISK)) {
            return FULL_DISK;
        }
        if (cause instanceof SQLException refused
                && String.valueOf(refused.getSQLState()).startsWith(WRONG_CREDENTIALS)) {
            return FailureText.WRONG_LOGIN;
        }
        if (cause instanceof SQLException refused && NOT_ALLOWED.contains(refused.getErrorCode())) {
            return "the user has no right to do that in this database";
        }
        return null;
    }

    /** A driver that cannot read a URL quotes it. */
    private static String firstLine(Throwable error) {
        String line = FailureText.firstLine(String.valueOf(error.getMessage()), UNREADABLE_URL);
        return line.contains("jdbc:") ? UNREADABLE_URL : line;
    }
}
