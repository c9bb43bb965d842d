// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import static io.profiler.test.SampleTraces.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.point.TracePoint;
import io.profiler.store.AppendResult;
import io.profiler.store.ConnectionString;
import io.profiler.store.StoreOptions;
import io.profiler.store.StoreUnavailableException;
import io.profiler.store.TraceStore;
import io.profiler.store.TraceStores;
import io.profiler.test.ReconnectContract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresTraceStoreTest extends JdbcStoreContract implements IdConflictContract, ReconnectContract {

    @RegisterExtension
    static final PostgresServer postgres = new PostgresServer();

    @Override
    String connectionString() {
        return "postgresql+psycopg2://postgres@127.0.0.1:" + postgres.port() + "/postgres";
    }

    @Override
    public String product() {
        return "PostgreSQL";
    }

    @Override
    JdbcClient sql() {
        return clientOf(postgres.jdbcUrl());
    }

    @Override
    public void spoilIds() {
        sql().sql("ALTER SEQUENCE data_id_seq RESTART WITH 1").update();
    }

    @Test
    void whatTheSequenceHasNoIdsForWaits() {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("before", "before", "wsgi", 1));
            sql().sql("ALTER SEQUENCE data_id_seq MAXVALUE 2").update();

            assertThatThrownBy(() -> store.append(span("base", "base", "wsgi", 1)))
                    .isInstanceOf(StoreUnavailableException.class);
            sql().sql("ALTER SEQUENCE data_id_seq NO MAXVALUE").update();
            assertThat(store.append(span("base", "base", "wsgi", 1))).isEqualTo(AppendResult.allStored(2));
        }
    }

    /** As long as a transaction lasts that has written: an index is built after it. */
    @Test
    void whileTheServerBuildsAnIndexPointsAreStored() throws Exception {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("before", "before", "wsgi", 1));
            dropUniqueIndex();
        }
        ConnectionString impatient = new ConnectionString(connectionString() + "?socketTimeout=5");
        try (TraceStore store = TraceStores.open(impatient, StoreOptions.defaults());
                Connection other = DriverManager.getConnection(postgres.jdbcUrl());
                Statement writing = other.createStatement()) {
            other.setAutoCommit(false);
            writing.execute("INSERT INTO data (trace_id, name) VALUES ('others', 'x-start')");

            List<TracePoint> points = span("base", "base", "wsgi", 1);
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThat(store.append(points)).isEqualTo(AppendResult.allStored(2));
            }
            assertThat(store.status().missingIndexes()).containsExactly("ux_data_trace_id_name");
            other.commit();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> store.status().missingIndexes().isEmpty());
        }

        try (TraceStore store = createStore(StoreOptions.defaults())) {
            assertThat(store.append(span("base", "base", "db", 2))).isEqualTo(AppendResult.allStored(2));
            assertThat(store.read("base")).hasSize(4);
        }
    }

    /** It may be that none can be built, and each try is a look at all rows. */
    @Test
    void anIndexThatDoesNotComeIsAskedForEverLessOften(CapturedOutput output) throws Exception {
        try (TraceStore store = createStore(StoreOptions.defaults())) {
            store.append(span("before", "before", "wsgi", 1));
        }
        sql().sql("DELETE FROM data").update();
        dropUniqueIndex();
        AtomicLong nanos = new AtomicLong();
        JdbcAddress impatient = JdbcAddress.of(new ConnectionString(connectionString() + "?socketTimeout=5"));
        try (Database database = new Database(impatient, StoreOptions.defaults());
                Connection other = DriverManager.getConnection(postgres.jdbcUrl());
                Statement writing = other.createStatement()) {
            PointIndexes indexes = new PointIndexes(database, new Schema(database), nanos::get);
            other.setAutoCommit(false);
            writing.execute("INSERT INTO data (trace_id, name) VALUES ('others', 'x-start')");

            for (int minutes : List.of(1, 2)) {
                assertThat(indexes.make()).isEqualTo(new PointIndexes.Made(false, true));
                assertThat(output).doesNotContain("did not answer in time");
                nanos.addAndGet(TimeUnit.MINUTES.toNanos(minutes) - 1);
                assertThat(indexes.isDue()).isFalse();
                nanos.incrementAndGet();
                assertThat(indexes.isDue()).isTrue();
            }
            indexes.make();
            assertThat(output)
                    .contains(
                            "its index ux_data_trace_id_name, 3 times by now: it takes long, or rows that are there twice")
                    .contains("asked again in 4 minutes");
            other.commit();
        }
    }

    @Override
    public void killServer() {
        postgres.kill();
    }

    @Override
    public void startServer() {
        postgres.start();
    }
}
