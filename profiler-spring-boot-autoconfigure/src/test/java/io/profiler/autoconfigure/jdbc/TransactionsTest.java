// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.profiler.autoconfigure.jdbc.Databases.Pooled;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.test.NoContextLeft;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(NoContextLeft.class)
class TransactionsTest {

    @Test
    void beginningAndEndOfATransactionAreSpans() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            JdbcTemplate template = context.getBean(JdbcTemplate.class);
            TransactionTemplate transactions = context.getBean(TransactionTemplate.class);

            SqlTrace committed = SqlTrace.of(
                    context,
                    () -> transactions.executeWithoutResult(status -> {
                        template.update("insert into book(id) values (1)");
                        template.update("insert into book(id) values (2)");
                    }));
            SqlTrace rolledBack = SqlTrace.of(
                    context,
                    () -> assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                                template.update("delete from book");
                                throw new IllegalStateException();
                            }))
                            .isInstanceOf(IllegalStateException.class));

            assertThat(committed.tree()).isEqualTo("db.begin db db db.commit");
            assertThat(committed.starts("db.commit")).containsExactly(Map.of("source", "dataSource"));
            assertThat(rolledBack.tree()).isEqualTo("db.begin db db.rollback");
            assertThat(template.queryForObject("select count(*) from book", Integer.class))
                    .isEqualTo(2);
        });
    }

    @Test
    void whatIsRolledBackToASavepointIsNotTheTransaction() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            JdbcTemplate template = context.getBean(JdbcTemplate.class);

            SqlTrace trace = SqlTrace.of(
                    context,
                    () -> context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                        template.update("insert into book(id) values (1)");
                        Object savepoint = status.createSavepoint();
                        template.update("insert into book(id) values (2)");
                        status.rollbackToSavepoint(savepoint);
                    }));

            assertThat(trace.tree()).isEqualTo("db.begin db db db.rollback.savepoint db.commit");
            assertThat(template.queryForObject("select count(*) from book", Integer.class))
                    .isEqualTo(1);
        });
    }

    @Test
    void waitingForAConnectionInVainIsASpanThatFailed() {
        ProfiledContext.runner(Exhausted.class).run(context -> {
            DataSource pool = context.getBean(DataSource.class);
            try (Connection taken = pool.getConnection()) {
                SqlTrace trace = SqlTrace.of(
                        context,
                        () -> assertThatThrownBy(pool::getConnection)
                                .isInstanceOf(SQLTransientConnectionException.class));

                assertThat(trace.wholeTree()).isEqualTo("db.connection");
                assertThat(trace.end("db.connection"))
                        .containsEntry("etype", SQLTransientConnectionException.class.getName());
            }
        });
    }

    @Test
    void aConnectionThatTakesTimeIsASpanFromWhenItWasAskedFor() {
        ProfiledContext.runner(Slow.class).run(context -> {
            SqlTrace trace = SqlTrace.of(
                    context,
                    () -> context.getBean("slow", DataSource.class)
                            .getConnection()
                            .close());

            assertThat(trace.wholeTree()).startsWith("db.connection");
            assertThat(trace.starts("db.connection")).isEqualTo(List.of(Map.of("source", "slow")));
        });
    }

    @Test
    void aConnectionThatTakesNoTimeIsNone() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            DataSource pool = context.getBean(DataSource.class);
            pool.getConnection().close();

            SqlTrace trace = SqlTrace.of(context, () -> {
                for (int i = 0; i < 1_000; i++) {
                    pool.getConnection().close();
                }
            });

            assertThat(trace.starts("db.connection")).hasSizeLessThan(1_000);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Exhausted {

        @Bean
        HikariDataSource dataSource() {
            HikariDataSource pool = Databases.pool();
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(250);
            return pool;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Slow extends Pooled {

        @Bean
        DelegatingDataSource slow(HikariDataSource dataSource) {
            return new SlowDataSource(dataSource);
        }
    }

    static class SlowDataSource extends DelegatingDataSource {

        SlowDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            for (long end = System.nanoTime() + 1_000_000; System.nanoTime() < end; ) {
                Thread.onSpinWait();
            }
            return super.getConnection();
        }
    }
}
