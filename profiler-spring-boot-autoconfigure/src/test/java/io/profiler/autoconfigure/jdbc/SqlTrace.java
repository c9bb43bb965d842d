// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.autoconfigure.kit.ProfiledContext;
import io.profiler.autoconfigure.kit.Trace;
import io.profiler.point.TracePoint;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** What one profiled request has told of its SQL. */
final class SqlTrace {

    private static final String LATE = "db\\.(?!begin|commit|rollback)\\w+ ?";

    private final Trace trace;

    private SqlTrace(Trace trace) {
        this.trace = trace;
    }

    static SqlTrace of(ApplicationContext context, ProfiledContext.Request request) throws Exception {
        return new SqlTrace(ProfiledContext.profile(context, request));
    }

    /** The spans but for those that are there only if a call took long, as any call may. */
    String tree() {
        return trace.tree().replaceAll(LATE, "").replace(" )", ")").strip();
    }

    /** With those that took long. */
    String wholeTree() {
        return trace.tree();
    }

    /** {@code info.db} of the starts of a span. */
    List<Map<?, ?>> starts(String span) {
        return points(span + "-start");
    }

    /** {@code info.db} of the ends of a span. */
    List<Map<?, ?>> stops(String span) {
        return points(span + "-stop");
    }

    private List<Map<?, ?>> points(String name) {
        trace.tree();
        return trace.points().stream()
                .filter(point -> point.name().equals(name))
                .<Map<?, ?>>map(SqlTrace::db)
                .toList();
    }

    private static Map<?, ?> db(TracePoint point) {
        return point.info().get("db") instanceof Map<?, ?> db ? db : Map.of();
    }

    /** The statements of all spans, in their order. */
    List<Object> statements() {
        return starts("db").stream().<Object>map(db -> db.get("statement")).toList();
    }

    /** {@code info} of the only end of a span. */
    Map<String, Object> end(String span) {
        return trace.info(span + "-stop");
    }

    /** {@code info.db} of the only start of the only statement. */
    Map<?, ?> statement() {
        assertThat(starts("db")).hasSize(1);
        return starts("db").get(0);
    }
}
