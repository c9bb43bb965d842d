// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static io.profiler.test.SampleTraces.answered;
import static io.profiler.test.SampleTraces.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.store.TraceSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Traces of several requests, in a database whose columns take a text of any length, or none. */
class RepeatedRequestsTest {

    @TempDir
    private Path folder;

    private FetchedTexts database;

    @BeforeEach
    void open() {
        database = new FetchedTexts(new DriverManagerDataSource("jdbc:sqlite:" + folder.resolve("traces.db")));
        append(answered("base", 1, 404));
    }

    private void append(List<TracePoint> points) {
        try (TraceStore store = TraceStores.open(
                new ConnectionString("sqlite:///" + folder.resolve("traces.db")), StoreOptions.defaults())) {
            store.append(points);
        }
    }

    @Test
    void aRequestWithAnEndlessIdIsCountedButNotRemembered() {
        append(List.of(point("base", "x".repeat(100_000), "base", "wsgi-start", 10, Map.of())));

        assertThat(listed())
                .extracting(TraceSummary::baseId, TraceSummary::requests, TraceSummary::status)
                .containsExactly(tuple("base", 2L, null));
        assertThat(database.mostCharacters()).isLessThan(10_000);
    }

    @Test
    void aRequestWithoutAnIdIsCounted() {
        append(List.of(point("base", "other", "base", "wsgi-start", 10, Map.of())));
        new JdbcTemplate(database).update("UPDATE data SET trace_id = NULL WHERE trace_id = 'other'");

        assertThat(listed())
                .extracting(TraceSummary::baseId, TraceSummary::requests, TraceSummary::status)
                .containsExactly(tuple("base", 2L, 404));
    }

    /** A list looks at the ends of hundreds of traces together. */
    @Test
    void endsThatAreFarMoreThanTheRequestsAreNotFetched() {
        append(answered("base", 10, 200));
        append(IntStream.range(0, 200)
                .mapToObj(i -> point("base", "other", "base", "again-" + i + "-stop", 20, Map.of()))
                .toList());

        assertThat(listed()).extracting(TraceSummary::requests).containsExactly(2L);
        assertThat(database.rows()).isLessThan(20);
    }

    private List<TraceSummary> listed() {
        return new JdbcCatalogue(new JdbcTemplate(database), Dialect.SQLITE, false).allSummaries();
    }
}
