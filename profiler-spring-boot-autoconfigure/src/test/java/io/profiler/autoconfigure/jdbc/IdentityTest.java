// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.autoconfigure.jdbc.Databases.Pooled;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.test.NoContextLeft;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.engine.CastDataProvider;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** What real code relies on of connections and statements. */
@ExtendWith(NoContextLeft.class)
class IdentityTest {

    @FunctionalInterface
    private interface Use {
        void of(Connection connection) throws SQLException;
    }

    private static void profiled(Use use) {
        ProfiledContext.runner(Pooled.class).run(context -> use(context, use));
    }

    private static SqlTrace use(ApplicationContext context, Use use) throws Exception {
        return SqlTrace.of(context, () -> {
            try (Connection connection = context.getBean(DataSource.class).getConnection()) {
                use.of(connection);
            }
        });
    }

    @Test
    void aConnectionUnwrapsToTheDrivers() {
        profiled(connection -> {
            assertThat(connection.isWrapperFor(JdbcConnection.class)).isTrue();
            assertThat(connection.unwrap(JdbcConnection.class).getClass()).isEqualTo(JdbcConnection.class);
            assertThat(connection).isEqualTo(connection).hasSameHashCodeAs(connection);
        });
    }

    @Test
    void aStatementKnowsItsConnection() {
        profiled(connection -> {
            try (Statement plain = connection.createStatement();
                    PreparedStatement prepared = connection.prepareStatement("select 1")) {
                assertThat(plain.getConnection()).isSameAs(connection);
                assertThat(prepared.getConnection()).isSameAs(connection);
                assertThat(prepared.unwrap(org.h2.jdbc.JdbcPreparedStatement.class))
                        .isNotNull();
            }
        });
    }

    @Test
    void aConnectionHasTheInterfacesOfTheDrivers() {
        ProfiledContext.runner()
                .withBean(
                        "simple",
                        SimpleDriverDataSource.class,
                        () -> new SimpleDriverDataSource(new org.h2.Driver(), Databases.url()))
                .run(context ->
                        use(context, connection -> assertThat(connection).isInstanceOf(CastDataProvider.class)));
    }

    @Test
    void generatedKeysAreThere() {
        profiled(connection -> {
            try (Statement create = connection.createStatement();
                    PreparedStatement insert = prepareInsert(connection, create)) {
                insert.setString(1, "Emma");
                assertThat(insert.executeUpdate()).isEqualTo(1);
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    assertThat(keys.next()).isTrue();
                    assertThat(keys.getInt(1)).isEqualTo(1);
                }
            }
        });
    }

    private static PreparedStatement prepareInsert(Connection connection, Statement create) throws SQLException {
        create.execute("create table author(id int auto_increment primary key, name varchar)");
        return connection.prepareStatement("insert into author(name) values (?)", Statement.RETURN_GENERATED_KEYS);
    }

    @Test
    void aProcedureIsCalled() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            SqlTrace trace = use(context, connection -> {
                try (CallableStatement call = connection.prepareCall("{? = call abs(?)}")) {
                    call.registerOutParameter(1, java.sql.Types.INTEGER);
                    call.setInt(2, -5);
                    call.execute();
                    assertThat(call.getInt(1)).isEqualTo(5);
                }
            });

            assertThat(trace.statements()).containsExactly("{? = call abs(?)}");
        });
    }

    @Test
    void aResultCanBeScrolledAndUpdated() {
        profiled(connection -> {
            try (Statement statement =
                            connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                    ResultSet rows = statement.executeQuery("select id, title from book")) {
                rows.moveToInsertRow();
                rows.updateInt(1, 1);
                rows.updateString(2, "Emma");
                rows.insertRow();
                assertThat(rows.last()).isFalse();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select title from book")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Emma");
            }
        });
    }

    @Test
    void aConnectionThatIsKeptIsUsedLaterWithoutSpans() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            List<Connection> kept = new ArrayList<>();
            SqlTrace trace = SqlTrace.of(
                    context, () -> kept.add(context.getBean(DataSource.class).getConnection()));

            try (Connection connection = kept.get(0);
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("insert into book(id) values (1)"))
                        .isEqualTo(1);
            }

            assertThat(trace.tree()).isEmpty();
        });
    }

    @Test
    void whatTheDriverThrowsIsThrownAsItIs() {
        profiled(connection -> {
            connection.close();
            assertThatThrownBy(connection::createStatement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("closed");
        });
    }
}
