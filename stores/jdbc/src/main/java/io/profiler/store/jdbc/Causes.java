// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a call failed, in the few words that a person needs, and without what a URL may hold. */
final class Causes {

    private static final String WRONG_CREDENTIALS = "28";

    /** Codes of MySQL and MariaDB for a right that lacks: in a database, for a table, for a column. Their texts name the user. */
    private static final Set<Integer> NOT_ALLOWED = Set.of(1044, 1142, 1143);

    /** As PostgreSQL's driver says it, in English. */
    private static final String LOGIN_TIMED_OUT = "Connection attempt timed out.";

    private static final String FULL_DISK = "No space left on device";

    private Causes() {}

    static String inOneLine(Throwable error) {
        Throwable telling = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String known = known(cause);
            if (known != null) {
                return known;
            }
            if (cause instanceof SQLException || telling instanceof PoolInitializationException) {
                telling = cause;
            }
        }
        return firstLine(telling);
    }

    private static @Nullable String known(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "the name server does not know "
                    + String.valueOf(cause.getMessage()).split(": ", 2)[0];
        }
        if (cause instanceof SocketTimeoutException || LOGIN_TIMED_OUT.equals(cause.getMessage())) {
            return "the server did not answer in time";
        }
        if (cause instanceof IOException && String.valueOf(cause.getMessage()).startsWith(FULL_DISK)) {
            return FULL_DISK;
        }
        if (cause instanceof SQLException refused
                && String.valueOf(refused.getSQLState()).startsWith(WRONG_CREDENTIALS)) {
            return "user or password is wrong, or not known there";
        }
        if (cause instanceof SQLException refused && NOT_ALLOWED.contains(refused.getErrorCode())) {
            return "the user has no right to do that in this database";
        }
        return null;
    }

    /** A driver that cannot read a URL quotes it. */
    private static String firstLine(Throwable error) {
        String message = String.valueOf(error.getMessage());
        String line = message.lines().findFirst().orElse("").strip().replaceAll("\\.$", "");
        return line.contains("jdbc:") || line.isEmpty() ? "the driver cannot read its URL" : line;
    }
}
