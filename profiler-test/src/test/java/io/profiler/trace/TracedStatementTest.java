// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.point.TracePoint;
import io.profiler.propagation.TraceContext;
import io.profiler.test.CollectingSink;
import io.profiler.test.NoContextLeft;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoContextLeft.class)
class TracedStatementTest {

    private static final TraceContext CONTEXT = new TraceContext("base", "parent", "key");

    private final CollectingSink sink = new CollectingSink();
    private final Profiler profiler =
            Profiler.create(sink, new Origin("host", "demo", "api"), ArgumentCapture.disabled());
    private final TracedStatement statement =
            TracedStatement.of("db", "select a from b where c = ?", Map.of("source", "main"));

    @Test
    void nothingIsRecordedOutsideOfAProfiledRequest() {
        assertThat(statement.start(List.of(1))).isSameAs(Span.NOOP);
        assertThat(statement.startedAt(System.nanoTime())).isSameAs(Span.NOOP);
        assertThat(TracedWork.of("work", Map.of()).start()).isSameAs(Span.NOOP);
        TracedStatement.stop(Span.NOOP, 1, 1);

        assertThat(sink.points()).isEmpty();
    }

    @Test
    void aStatementSaysTheSameEachTime() {
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            TracedStatement.stop(statement.start(null), TracedStatement.UNKNOWN, 0);
            TracedStatement.stop(statement.start(null), 3, 0);
            TracedStatement.stop(statement.start(null), TracedStatement.UNKNOWN, 2);
        }

        assertThat(starts())
                .hasSize(3)
                .containsOnly(Map.of("statement", "select a from b where c = ?", "source", "main"));
        assertThat(sink.points().stream()
                        .filter(TracePoint::isStop)
                        .map(point -> point.info().get("db")))
                .containsExactly(null, Map.of("updated", 3L), Map.of("batch", 2));
    }

    @Test
    void whatIsInsideIsBelow() {
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span span = statement.start(List.of())) {
            profiler.start("inside").stop();
        }

        assertThat(sink.point("inside-start").parentId())
                .isEqualTo(sink.point("db-start").traceId());
    }

    @Test
    void valuesAreShownButWhereTheStatementNamesSomethingSecret() {
        TracedStatement secret = TracedStatement.of("db", "update b set api_key = ? where c = ?", Map.of());
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            statement.start(Arrays.asList(1, "two", null, new byte[3])).stop();
            secret.start(List.of("abc", 1)).stop();
        }

        assertThat(starts().stream().<Object>map(db -> ((Map<?, ?>) db).get("params")))
                .containsExactly("[1, \"two\", null, byte[3]]", "***");
    }

    @Test
    void anotherProfilerShowsWhatItsOwnSettingsSay() {
        TracedStatement literal = TracedStatement.of("db", "select 'https://me:pw@host'", Map.of());
        CollectingSink open = new CollectingSink();
        Profiler showing = Profiler.create(
                open,
                new Origin("host", "demo", "api"),
                ArgumentCapture.of(
                        new CaptureSettings(false, true, true, true, true, List.of(), List.of(), false, 99)));
        try (ProfiledScope scope = profiler.open(CONTEXT)) {
            literal.start(null).stop();
        }
        try (ProfiledScope scope = showing.open(CONTEXT)) {
            literal.start(null).stop();
        }

        assertThat(starts().toString()).doesNotContain("pw@");
        assertThat(open.point("db-start").info().toString()).contains("me:pw@host");
    }

    @Test
    void workThatBeganEarlierIsASpanFromThen() {
        TracedWork work = TracedWork.of("db.connection", Map.of("db", Map.of("source", "main")));
        try (ProfiledScope scope = profiler.open(CONTEXT);
                Span wsgi = profiler.start("wsgi")) {
            long began = System.nanoTime();
            profiler.start("between").stop();
            Span late = work.startedAt(began);
            profiler.start("after").stop();
            late.stop(new IllegalStateException("none left"));
        }

        TracePoint late = sink.point("db.connection-start");
        assertThat(late.timestamp())
                .isLessThanOrEqualTo(sink.point("between-start").timestamp());
        assertThat(late.parentId()).isEqualTo(sink.point("wsgi-start").traceId());
        assertThat(sink.point("after-start").parentId()).isEqualTo(late.parentId());
        assertThat(sink.point("db.connection-stop").info())
                .containsEntry("etype", "java.lang.IllegalStateException")
                .containsEntry("message", "none left");
    }

    private List<Object> starts() {
        return sink.points().stream()
                .filter(point -> !point.isStop())
                .map(point -> point.info().get("db"))
                .toList();
    }
}
