// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import io.profiler.trace.ProfiledScope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What one statement costs the thread that executes it, from asking for a connection to giving it back: without the profiler, and
 * with it outside and inside of a profiled request.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SqlBenchmark.STATEMENTS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class SqlBenchmark {

    static final int STATEMENTS = 1_000;

    private static final String STATEMENT = "select id, title, author from book where id = ?";

    static DataSource database() {
        return new SingleConnectionDataSource(
                "jdbc:h2:mem:;INIT=create table if not exists book(id int primary key\\, title varchar\\, author varchar)",
                true);
    }

    /** A database without the profiler. */
    @State(Scope.Thread)
    public static class Driver {

        final DataSource dataSource = database();
    }

    /** A database of an application with the starter. */
    @State(Scope.Thread)
    public static class Ours {

        final ProfiledApplication application = new ProfiledApplication();
        final DataSource dataSource = application.dataSource();

        /** Waits for the writer. */
        @TearDown(Level.Invocation)
        public void drain() {
            application.drain();
        }

        /** Ends the application. */
        @TearDown
        public void close() {
            application.close();
        }
    }

    /** What the driver takes. */
    @Benchmark
    public void driver(Driver state, Blackhole blackhole) throws SQLException {
        executeEach(state.dataSource, blackhole);
    }

    /** Everybody else's request. */
    @Benchmark
    public void notProfiled(Ours state, Blackhole blackhole) throws SQLException {
        executeEach(state.dataSource, blackhole);
    }

    /** A request with signed headers. */
    @Benchmark
    @SuppressWarnings("try")
    public void profiled(Ours state, Blackhole blackhole) throws SQLException {
        try (ProfiledScope scope = state.application.openTrace()) {
            executeEach(state.dataSource, blackhole);
        }
    }

    private static void executeEach(DataSource dataSource, Blackhole blackhole) throws SQLException {
        for (int i = 0; i < STATEMENTS; i++) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
                statement.setInt(1, i);
                try (ResultSet rows = statement.executeQuery()) {
                    blackhole.consume(rows.next());
                }
            }
        }
    }
}
