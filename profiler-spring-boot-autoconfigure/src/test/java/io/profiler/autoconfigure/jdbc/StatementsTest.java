// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.profiler.autoconfigure.jdbc.Databases.Pooled;
import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.test.NoContextLeft;
import io.profiler.trace.MessageStore;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(NoContextLeft.class)
class StatementsTest {

    private static final String INSERT = "insert into book(id, title) values (?, ?)";

    @Test
    void eachStatementIsASpanWithItsTextAndWhatItChanged() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            JdbcClient client = context.getBean(JdbcClient.class);

            SqlTrace trace = SqlTrace.of(context, () -> {
                client.sql(INSERT).params(1, "Emma").update();
                client.sql("update book set title = 'Persuasion' where id < ?")
                        .param(9)
                        .update();
                assertThat(client.sql("select title from book")
                                .query(String.class)
                                .list())
                        .containsExactly("Persuasion");
            });

            assertThat(trace.tree()).isEqualTo("db db db");
            assertThat(trace.starts("db"))
                    .containsExactly(
                            Map.of("statement", INSERT, "source", "dataSource"),
                            Map.of(
                                    "statement",
                                    "update book set title = 'Persuasion' where id < ?",
                                    "source",
                                    "dataSource"),
                            Map.of("statement", "select title from book", "source", "dataSource"));
            assertThat(trace.stops("db")).containsExactly(Map.of("updated", 1L), Map.of("updated", 1L), Map.of());
        });
    }

    @Test
    void onePlusManyAreThereToBeSeenBelowTheCallOfARepository() {
        ProfiledContext.runner(Pooled.class, Books.class).run(context -> {
            JdbcClient client = context.getBean(JdbcClient.class);
            IntStream.range(0, 100)
                    .forEach(id -> client.sql(INSERT).params(id, "t" + id).update());

            SqlTrace trace = SqlTrace.of(
                    context,
                    () -> assertThat(context.getBean(Books.class).titles()).hasSize(100));

            assertThat(trace.tree())
                    .isEqualTo("message_store(" + "db ".repeat(101).strip() + ")");
            assertThat(trace.statements().subList(1, 101)).containsOnly("select title from book where id = ?");
        });
    }

    @Test
    void aBatchIsOneSpan() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            JdbcTemplate template = context.getBean(JdbcTemplate.class);

            SqlTrace prepared = SqlTrace.of(
                    context,
                    () -> template.batchUpdate(
                            INSERT, List.of(new Object[] {1, "a"}, new Object[] {2, "b"}, new Object[] {3, "c"})));
            SqlTrace several = SqlTrace.of(
                    context, () -> template.batchUpdate("delete from book where id = 1", "delete from book"));

            assertThat(prepared.statement()).isEqualTo(Map.of("statement", INSERT, "source", "dataSource"));
            assertThat(prepared.stops("db")).containsExactly(Map.of("updated", 3L, "batch", 3));
            assertThat(several.statement().get("statement"))
                    .isEqualTo("delete from book where id = 1;\ndelete from book");
            assertThat(several.stops("db")).containsExactly(Map.of("updated", 3L, "batch", 2));
        });
    }

    @Test
    void aStatementThatFailsEndsItsSpanWithTypeAndMessage() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            JdbcClient client = context.getBean(JdbcClient.class);
            client.sql(INSERT).params(1, "a").update();

            SqlTrace refused = SqlTrace.of(
                    context,
                    () -> assertThatThrownBy(
                                    () -> client.sql(INSERT).params(1, "b").update())
                            .isInstanceOf(DuplicateKeyException.class));
            SqlTrace wrong = SqlTrace.of(
                    context,
                    () -> assertThatThrownBy(
                                    () -> client.sql("select nothing").query().listOfRows())
                            .isInstanceOf(BadSqlGrammarException.class));

            assertThat(refused.tree()).isEqualTo("db");
            assertThat(refused.end("db"))
                    .containsEntry("etype", "org.h2.jdbc.JdbcSQLIntegrityConstraintViolationException");
            assertThat((String) refused.end("db").get("message")).contains("Unique index or primary key violation");
            assertThat(wrong.tree()).isEqualTo("db");
            assertThat(wrong.statement().get("statement")).isEqualTo("select nothing");
            assertThat((String) wrong.end("db").get("etype")).startsWith("org.h2.jdbc.JdbcSQLSyntaxErrorException");
        });
    }

    @Test
    void aBatchThatFailsSaysHowLargeItWas() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            JdbcTemplate template = context.getBean(JdbcTemplate.class);

            SqlTrace trace = SqlTrace.of(
                    context,
                    () -> assertThatThrownBy(() ->
                                    template.batchUpdate(INSERT, List.of(new Object[] {1, "a"}, new Object[] {1, "b"})))
                            .isInstanceOf(DuplicateKeyException.class));

            assertThat(trace.end("db")).containsKeys("etype", "message").containsEntry("db", Map.of("batch", 2));
        });
    }

    @Test
    void plainStatementsAreSpansToo() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            SqlTrace trace = SqlTrace.of(context, () -> {
                try (Connection connection = context.getBean(DataSource.class).getConnection();
                        Statement statement = connection.createStatement()) {
                    assertThat(statement.execute("insert into book(id) values (1)"))
                            .isFalse();
                    assertThat(statement.getUpdateCount()).isEqualTo(1);
                    assertThat(statement.execute("select 1")).isTrue();
                    assertThat(statement.executeLargeUpdate("delete from book")).isEqualTo(1);
                }
            });

            assertThat(trace.statements())
                    .containsExactly("insert into book(id) values (1)", "select 1", "delete from book");
            assertThat(trace.stops("db")).containsExactly(Map.of(), Map.of(), Map.of("updated", 1L));
        });
    }

    @Test
    void valuesAreShownOnRequestAlone() {
        ProfiledContext.runner(Pooled.class)
                .withPropertyValues("profiler.sql.parameters=true")
                .run(context -> {
                    JdbcTemplate template = context.getBean(JdbcTemplate.class);

                    SqlTrace one = SqlTrace.of(context, () -> template.update(INSERT, 1, null));
                    SqlTrace many = SqlTrace.of(
                            context,
                            () -> template.batchUpdate(
                                    INSERT,
                                    List.of(new Object[] {2, "Emma"}, new Object[] {3, "Bearer s3cr3t.t0ken"})));
                    SqlTrace secret = SqlTrace.of(
                            context, () -> template.update("update book set password = ? where id = ?", "s3cr3t", 1));

                    assertThat(one.statement().get("params")).isEqualTo("[1, null]");
                    assertThat((String) many.statement().get("params"))
                            .startsWith("[[2, \"Emma\"], [3, ")
                            .doesNotContain("s3cr3t");
                    assertThat(secret.statement().get("params")).isEqualTo("***");
                });
    }

    @Test
    void valuesAreInTheOrderOfTheStatement() {
        ProfiledContext.runner(Pooled.class)
                .withPropertyValues("profiler.sql.parameters=true")
                .run(context -> {
                    SqlTrace trace = SqlTrace.of(
                            context,
                            () -> context.getBean(JdbcTemplate.class).update(INSERT, statement -> {
                                statement.setString(2, "Emma");
                                statement.setInt(1, 7);
                            }));

                    assertThat(trace.statement().get("params")).isEqualTo("[7, \"Emma\"]");
                });
    }

    @Test
    void whatIsSecretInAStatementIsNotShown() {
        ProfiledContext.runner(Pooled.class).run(context -> {
            SqlTrace trace = SqlTrace.of(
                    context,
                    () -> context.getBean(JdbcTemplate.class)
                            .execute("insert into book(id, password) values (1, 's3cr3t')"));

            assertThat((String) trace.statement().get("statement"))
                    .startsWith("insert into book(id, password) values (")
                    .doesNotContain("s3cr3t");
        });
    }

    @Test
    void sqlIsNotTracedWhereThatIsOff() {
        ProfiledContext.runner(Pooled.class)
                .withPropertyValues("profiler.trace-sql=false")
                .run(context -> {
                    SqlTrace trace = SqlTrace.of(
                            context, () -> context.getBean(JdbcTemplate.class).execute("select 1"));

                    assertThat(trace.wholeTree()).isEmpty();
                    assertThat(context.getBean(DataSource.class).getClass().getSimpleName())
                            .isEqualTo("HikariDataSource");
                });
    }

    @MessageStore
    static class Books {

        private final JdbcClient client;

        Books(JdbcClient client) {
            this.client = client;
        }

        public List<String> titles() {
            return client.sql("select id from book").query(Integer.class).list().stream()
                    .map(this::title)
                    .toList();
        }

        private String title(int id) {
            return client.sql("select title from book where id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
        }
    }
}
