// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.KnownStatements;
import io.profiler.trace.Span;
import io.profiler.trace.TracedWork;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import net.ttddyy.dsproxy.proxy.StatementMethodNames;
import org.jspecify.annotations.Nullable;

/**
 * Puts spans around calls of JDBC: around those that tell of a transaction, and those that take time. Executions of
 * statements have theirs by {@link StatementSpans}.
 */
final class CallSpans {

    private static final Map<String, String> OF_TRANSACTION = Map.of("commit", "db.commit", "rollback", "db.rollback");
    private static final String SET_AUTO_COMMIT = "setAutoCommit";

    private final Map<String, String> source;
    private final KnownStatements statements;
    private final Map<String, TracedWork> works = new ConcurrentHashMap<>();

    /** By method. Some databases look through a statement only then, and refuse it. */
    private final Map<String, KnownStatements> preparations;

    CallSpans(Map<String, String> source, KnownStatements statements) {
        this.source = source;
        this.statements = statements;
        this.preparations = Map.of(
                "prepareStatement", new KnownStatements("db.prepareStatement", source),
                "prepareCall", new KnownStatements("db.prepareCall", source));
    }

    /** The call that gives a connection. */
    @Nullable
    Object aroundConnection(JdbcCall call) throws Throwable {
        LongFunction<Span> span = late("db.connection");
        return new LateSpan(span, span).around(call);
    }

    /**
     * A call on a connection or a statement.
     *
     * @param inside whether it is made inside another one, as where a connection that is got late is told what it missed
     */
    @Nullable
    Object around(String method, Object @Nullable [] arguments, boolean inside, JdbcCall call) throws Throwable {
        if (StatementMethodNames.EXEC_METHODS.contains(method)) {
            return call.make();
        }
        String transaction = begins(method, arguments) ? "db.begin" : end(method, arguments);
        return transaction == null || inside ? late(method, arguments).around(call) : always(work(transaction), call);
    }

    private static boolean begins(String method, Object @Nullable [] arguments) {
        return method.equals(SET_AUTO_COMMIT) && arguments != null && Boolean.FALSE.equals(arguments[0]);
    }

    /** With an argument it is the end of what came after a savepoint. */
    private static @Nullable String end(String method, Object @Nullable [] arguments) {
        String end = OF_TRANSACTION.get(method);
        return end == null || arguments == null ? end : end + ".savepoint";
    }

    private static @Nullable Object always(TracedWork work, JdbcCall call) throws Throwable {
        Span span = work.start();
        Object result;
        try {
            result = call.make();
        } catch (Throwable error) {
            Guard.run(() -> span.stop(error));
            throw error;
        }
        Guard.run(span::stop);
        return result;
    }

    private LateSpan late(String method, Object @Nullable [] arguments) {
        KnownStatements prepared = preparations.get(method);
        return prepared != null && arguments != null && arguments[0] instanceof String statement
                ? new LateSpan(
                        started -> prepared.of(statement).startedAt(started),
                        started -> statements.of(statement).startedAt(started))
                : new LateSpan(late("db." + method), null);
    }

    private LongFunction<Span> late(String name) {
        return started -> work(name).startedAt(started);
    }

    private TracedWork work(String name) {
        return works.computeIfAbsent(name, missing -> TracedWork.of(missing, Map.of(KnownStatements.SPAN, source)));
    }
}
