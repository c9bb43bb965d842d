// SPDX-License-Identifier: Apache-2.0
package io.profiler.starters;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.starters.apps.smallest.SmallestApplication;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The sample that is there to be copied, on the class path of its own pom and with its own settings. */
class SmallestSampleTest {

    private static final List<String> SAMPLE = List.of("com.example:smallest-sample:0.1.0-SNAPSHOT");

    @Test
    void aRequestSignedWithItsKeyShowsEachOfItsLayers(@TempDir Path folder) throws SQLException {
        String traces = "jdbc:sqlite:" + folder.resolve("traces.db");

        Map<String, List<String>> started =
                StartedApplication.run(SmallestApplication.class, SAMPLE, "profiler.connection-string=" + traces);

        assertThat(started.get("answer")).containsExactly("[\"Hello\",\"This is news\"]");
        assertThat(startsIn(traces))
                .containsExactly("wsgi-start", "controller-start", "management_store-start", "message_store-start");
    }

    private static List<String> startsIn(String traces) throws SQLException {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl(traces);
        try (Connection connection = database.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT name FROM data WHERE name LIKE '%-start' ORDER BY timestamp")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
