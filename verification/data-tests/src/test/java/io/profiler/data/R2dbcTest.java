// SPDX-License-Identifier: Apache-2.0
package io.profiler.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.test.NoContextLeft;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

@ExtendWith(NoContextLeft.class)
class R2dbcTest {

    private static final int CALLS = 1_000;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(List.of(BookApplication.class));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void eachStatementIsASpanWithWhatItReturnedOrChanged() {
        Spans spans = application.profile("/books/added/1");

        assertThat(spans.tree()).isEqualTo("wsgi(controller(db db))");
        assertThat(spans.commands())
                .containsExactly(
                        Map.of(
                                "statement",
                                "insert into book(id, title) values ($1, $2)",
                                "source",
                                "connectionFactory"),
                        Map.of("statement", "select title from book", "source", "connectionFactory"));
        assertThat(spans.replies().get(0)).isEqualTo(Map.of("updated", 1L));
        assertThat((Long) spans.replies().get(1).get("returned")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void boundsOfTransactionsAreSpans() {
        assertThat(application.profile("/books/committed/2").tree())
                .isEqualTo("wsgi(controller(db.begin db db.commit))");
    }

    @Test
    void aStatementThatIsRefusedEndsWithTypeAndMessage() {
        Spans refused = application.profile("/books/rolled-back/3");
        Spans wrong = application.profile("/books/wrong");

        assertThat(refused.tree()).isEqualTo("wsgi(controller(db.begin db db db.rollback))");
        assertThat(refused.stop(refused.starts("db").get(1)).info())
                .containsEntry("etype", "io.r2dbc.spi.R2dbcDataIntegrityViolationException")
                .extractingByKey("message")
                .asString()
                .contains("Unique index or primary key violation");
        assertThat(wrong.end()).containsEntry("etype", "io.r2dbc.spi.R2dbcBadGrammarException");
    }

    @Test
    void whoWantsTheFirstResultAloneReadsItAfterwards() {
        Spans spans = application.profile("/books/first-result");

        assertThat(spans.tree()).isEqualTo("wsgi(controller(db))");
        assertThat(spans.replies()).containsExactly(Map.of("updated", 1L));
    }

    @Test
    void aSubscriptionThatIsCancelledEndsItsSpan() {
        Spans spans = application.profile("/books/first");

        assertThat(spans.tree()).isEqualTo("wsgi(controller(db))");
        assertThat(spans.replies()).containsExactly(Map.of("returned", 1L));
    }

    @Test
    void aBatchIsOneSpan() {
        Spans spans = application.profile("/books/batch");

        assertThat(spans.statements())
                .containsExactly("insert into book(id) values (71);\ninsert into book(id) values (72)");
        assertThat(spans.replies()).containsExactly(Map.of("updated", 2L, "batch", 2));
    }

    @Test
    void concurrentStatementsAreBelowTheCallThatMadeThem() {
        Spans spans = application.profile("/books/concurrent/" + CALLS);

        List<TracePoint> lookups = spans.starts("lookup");
        assertThat(lookups).hasSize(CALLS);
        assertThat(spans.starts("db")).hasSize(CALLS);
        assertThat(spans.statements()).doesNotHaveDuplicates();
        assertThat(application.addedUnprofiled("/books/concurrent/100")).isZero();
        for (TracePoint lookup : lookups) {
            assertThat(spans.below(lookup).stream().filter(span -> span.name().equals("db-start")))
                    .hasSize(1);
        }
    }

    @Test
    void aBlockingCallerIsFollowedToo() throws Exception {
        DatabaseClient client = application.bean(DatabaseClient.class);

        Spans spans = application.profile(() -> client.sql("select title from book where id = 0")
                .mapValue(String.class)
                .one()
                .block());

        assertThat(spans.tree()).isEqualTo("db");
    }

    @Test
    void theBeanIsStillAPool() {
        ConnectionFactory connectionFactory = application.bean(ConnectionFactory.class);

        assertThat(connectionFactory).isInstanceOf(ConnectionPool.class).isInstanceOf(Wrapped.class);
        assertThat(application.bean(ConnectionPool.class).getMetrics()).isPresent();
    }
}
