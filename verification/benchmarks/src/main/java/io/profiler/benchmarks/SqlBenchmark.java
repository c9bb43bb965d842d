// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks;

import io.profiler.trace.ProfiledScope;
import io.profiler.trace.Span;
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
 * What one statement costs the thread that executes it, without the profiler, and with it outside and inside of a profiled
 * request: from asking for a connection to giving it back, and the execution alone of one that is prepared.
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
            Span request = state.application.startRequest();
            executeEach(state.dataSource, blackhole);
            request.stop();
        }
    }

    /** What the driver takes once it has prepared the statement. */
    @Benchmark
    public void driverPrepared(Driver state, Blackhole blackhole) throws SQLException {
        executePrepared(state.dataSource, blackhole);
    }

    /** Everybody else's request with a prepared statement. */
    @Benchmark
    public void notProfiledPrepared(Ours state, Blackhole blackhole) throws SQLException {
        executePrepared(state.dataSource, blackhole);
    }

    /** A request with signed headers and a prepared statement: a span of SQL, and nothing else. */
    @Benchmark
    @SuppressWarnings("try")
    public void profiledPrepared(Ours state, Blackhole blackhole) throws SQLException {
        try (ProfiledScope scope = state.application.openTrace()) {
            Span request = state.application.startRequest();
            executePrepared(state.dataSource, blackhole);
            request.stop();
        }
    }

    private static void executeEach(DataSource dataSource, Blackhole blackhole) throws SQLException {
        for (int i = 0; i < STATEMENTS; i++) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
                execute(statement, i, blackhole);
            }
        }
    }

    private static void executePrepared(DataSource dataSource, Blackhole blackhole) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
            for (int i = 0; i < STATEMENTS; i++) {
                execute(statement, i, blackhole);
            }
        }
    }

    private static void execute(PreparedStatement statement, int id, Blackhole blackhole) throws SQLException {
        statement.setInt(1, id);
        try (ResultSet rows = statement.executeQuery()) {
            blackhole.consume(rows.next());
        }
    }
}
