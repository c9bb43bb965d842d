// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

class RefusalsTest {

    @ParameterizedTest
    @CsvSource({
        "PostgreSQL is out of disk, 53100, 0",
        "PostgreSQL is out of memory, 53200, 0",
        "PostgreSQL has too many connections, 53300, 0",
        "PostgreSQL starts, 57P03, 0",
        "PostgreSQL is shut down, 57P01, 0",
        "PostgreSQL is read-only, 25006, 0",
        "two disturb each other, 40001, 0",
        "a deadlock, 40P01, 0",
        "a lock is not there, 55P03, 0",
        "MySQL: deadlock, 40001, 1213",
        "MySQL: lock wait, HY000, 1205",
        "MySQL: too many connections, 08004, 1040",
        "MySQL: table is full, HY000, 1114",
        "MySQL: read-only, HY000, 1290",
        "PostgreSQL's sequence has no more ids, 2200H, 0",
        "PostgreSQL's column takes no such id, 22003, 0",
        "MariaDB has no more ids, 22003, 167",
        "MariaDB has no more ids as MySQL's driver says it, 22001, 167",
        "H2: lock, HYT00, 50200",
        "H2: concurrent update, 90131, 90131",
        "SQLite is busy, , 5",
        "SQLite is locked, , 6",
        "SQLite: disk is full, , 13"
    })
    void theStateOfADatabaseIsNoFaultOfTheRows(String what, String state, int code) {
        assertThat(Refusals.mayBeOfSome(translated(state, code))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "too long, 22001, 0",
        "not unique, 23505, 0",
        "null, 23502, 0",
        "SQLite: constraint, , 19",
        "MySQL: no form in the character set, HY000, 1366"
    })
    void whatARowHoldsIs(String what, String state, int code) {
        assertThat(Refusals.mayBeOfSome(translated(state, code))).isTrue();
    }

    /** As MariaDB's driver throws it. */
    @Test
    void whatADriverTakesForBadSyntaxIsToldByItsState() {
        SQLException tooLong = new SQLSyntaxErrorException("Data too long for column 'name'", "22001", 1406);

        assertThat(Refusals.mayBeOfSome(new SQLExceptionSubclassTranslator().translate("insert", "INSERT", tooLong)))
                .isTrue();
    }

    private static DataAccessException translated(String state, int code) {
        SQLException refused = new SQLException("refused", state, code);
        DataAccessException known = new SQLExceptionSubclassTranslator().translate("insert", "INSERT", refused);
        return known == null ? new UncategorizedSQLException("insert", "INSERT", refused) : known;
    }
}
