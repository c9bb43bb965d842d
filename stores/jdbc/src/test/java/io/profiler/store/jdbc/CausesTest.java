// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

    /** As MariaDB 11 words them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1044 | Access denied for user 'u'@'localhost' to database 'traces'
                    1142 | SELECT command denied to user 'u'@'localhost' for table `traces`.`data`
                    1143 | SELECT command denied to user 'u'@'localhost' for column 'info' in table 'data'
                    """)
    void aRightThatIsMissingDoesNotShowTheUser(int code, String message) {
        assertThat(Causes.inOneLine(new SQLException(message, "42000", code)))
                .isEqualTo("the user has no right to do that in this database");
    }
}
