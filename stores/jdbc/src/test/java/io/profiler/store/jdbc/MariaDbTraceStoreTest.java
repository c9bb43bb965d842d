// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static io.profiler.test.SampleTraces.failedSpan;
import static io.profiler.test.SampleTraces.instant;
import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.store.ConnectionString;
import io.profiler.store.Rejection;
import io.profiler.store.StoreOptions;
import io.profiler.store.TraceQuery;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceSummary;
import io.profiler.store.backend.TraceCatalogue.Activity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** MariaDB comes in no Maven artifact: {@code .ci/sql_checks.py} starts one and says where. */
@EnabledIfEnvironmentVariable(named = "MARIADB_URL", matches = ".+")
class MariaDbTraceStoreTest extends JdbcStoreContract implements IdConflictContract {

    @Override
    String connectionString() {
        return System.getenv("MARIADB_URL");
    }

    @Override
    public String product() {
        return "MariaDB";
    }

    @Override
    JdbcClient sql() {
        JdbcAddress address = JdbcAddress.of(new ConnectionString(connectionString()));
        return JdbcClient.create(new DriverManagerDataSource(address.driverUrl(), address.driverProperties()));
    }

    /** As in a table of OSprofiler's. */
    @Override
    public void spoilIds() {
        sql().sql("ALTER TABLE data MODIFY id INTEGER AUTO_INCREMENT").update();
        sql().sql("INSERT INTO data (id) VALUES (2147483647)").update();
    }

    @Test
    void aTextThatTheCharacterSetHasNoFormForHoldsUpNoOther() {
        TracePoint plain = span("base", "base", "wsgi", 1).get(0);
        TracePoint smiling = new TracePoint(
                plain.name(),
                "base",
                "smile",
                "base",
                plain.timestamp(),
                plain.info(),
                plain.project(),
                "\ud83d\ude00");
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of());
            sql().sql("ALTER TABLE data CONVERT TO CHARACTER SET utf8mb3").update();

            assertThat(store.append(List.of(smiling, plain)).rejections())
                    .extracting(Rejection::point)
                    .containsExactly(smiling);
            assertThat(store.read("base")).containsExactly(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8mb4 COLLATE utf8mb4_general_ci", "latin1", "utf8mb4 COLLATE utf8mb4_bin"})
    void deletingATraceOfAnOlderTableLeavesThoseThatLookLikeIt(String characterSet) {
        StoreOptions listing =
                new StoreOptions(true, null, StoreOptions.defaults().connectTimeout());
        List<String> others = List.of("TRACE", "tr\u00e4ce", "trace ");
        try (TraceStore store = createStore(listing)) {
            store.append(List.of());
            sql().sql("ALTER TABLE data CONVERT TO CHARACTER SET " + characterSet)
                    .update();
            store.append(failedSpan("trace", 1));
            others.forEach(other -> store.append(span(other, other, "wsgi", other.length() + (int) other.charAt(2))));

            assertThat(store.delete("trace")).isEqualTo(2);
            assertThat(store.read("trace")).isEmpty();
            assertThat(others).allSatisfy(other -> assertThat(store.read(other)).hasSize(2));
        }
    }

    @Test
    void tellsIdsApartThatDifferInCaseAlone() {
        TracePoint lower = span("trace", "trace", "wsgi", 1).get(0);
        TracePoint upper = new TracePoint(
                lower.name(),
                "TRACE",
                lower.traceId().toUpperCase(Locale.ROOT),
                "TRACE",
                lower.timestamp(),
                lower.info(),
                lower.project(),
                lower.service());
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(List.of(lower, upper));

            assertThat(store.read("trace")).containsExactly(lower);
            assertThat(store.read("TRACE")).containsExactly(upper);
        }
    }

    /** More than a page of failed traces lies between the two. */
    @Test
    void tracesOfOsprofilersTableThatDifferInCaseAloneAreListedEachOnce() {
        StoreOptions listing =
                new StoreOptions(true, null, StoreOptions.defaults().connectTimeout());
        try (TraceStore store = createStore(listing)) {
            store.append(List.of());
            sql().sql("ALTER TABLE data CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci")
                    .update();
            store.append(failedSpan("Order-1", 1));
            store.append(failedSpan("order-1", 3));
            sql().sql(
                            "INSERT INTO profiler_error SELECT CONCAT('a', seq), '2026-01-31T12:00:00.000000' FROM seq_1_to_300")
                    .update();

            assertThat(store.list(TraceQuery.failed()))
                    .hasSize(302)
                    .filteredOn(trace -> trace.spans() == 1)
                    .extracting(TraceSummary::baseId)
                    .containsExactlyInAnyOrder("Order-1", "order-1");
            assertThat(store.list(TraceQuery.newest(10)))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("order-1", "Order-1");
            assertThat(store.list(new TraceQuery(false, instant(0), null, null, null, TraceQuery.Order.STARTED, 0)))
                    .extracting(TraceSummary::baseId)
                    .containsExactly("order-1", "Order-1");
            assertThat(latestActivityWithout("order-1"))
                    .extracting(Activity::baseId)
                    .containsExactly("Order-1");
        }
    }

    private Stream<Activity> latestActivityWithout(String baseId) {
        JdbcAddress address = JdbcAddress.of(new ConnectionString(connectionString()));
        DataSource source = new DriverManagerDataSource(address.driverUrl(), address.driverProperties());
        return new JdbcCatalogue(new JdbcTemplate(source), address.dialect(), true)
                .latestActivity(null, Set.of(baseId));
    }

    @Override
    void dropUniqueIndex() {
        sql().sql("DROP INDEX " + Statements.UNIQUE_INDEX + " ON data").update();
    }
}
