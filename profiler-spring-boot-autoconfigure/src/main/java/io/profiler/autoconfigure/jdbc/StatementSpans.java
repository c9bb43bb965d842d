// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.jdbc;

import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.KnownStatements;
import io.profiler.trace.Span;
import io.profiler.trace.TracedMethod;
import io.profiler.trace.TracedStatement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/** A span for each execution of a statement, or of a batch. */
final class StatementSpans implements QueryExecutionListener {

    private static final String SPAN = "io.profiler.span";

    private final KnownStatements statements;
    private final boolean parameters;

    StatementSpans(KnownStatements statements, boolean parameters) {
        this.statements = statements;
        this.parameters = parameters;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        try {
            if (TracedMethod.isThreadProfiled() && !queries.isEmpty()) {
                execution.addCustomValue(SPAN, start(queries));
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }

    private Span start(List<QueryInfo> queries) {
        return statements.of(text(queries)).start(parameters ? ParameterValues.of(queries) : null);
    }

    private static String text(List<QueryInfo> queries) {
        return queries.size() == 1
                ? queries.get(0).getQuery()
                : queries.stream()
                        .limit(KnownStatements.SHOWN_TOGETHER)
                        .map(QueryInfo::getQuery)
                        .collect(Collectors.joining(";\n"));
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        try {
            Span span = execution.getCustomValue(SPAN, Span.class);
            if (span != null) {
                stop(span, execution);
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }

    private static void stop(Span span, ExecutionInfo execution) {
        Throwable error = execution.getThrowable();
        int batch = execution.isBatch() ? execution.getBatchSize() : 0;
        if (error == null) {
            TracedStatement.stop(span, updated(execution.getResult()), batch);
        } else if (batch == 0) {
            span.stop(error);
        } else {
            span.stop(error, Map.of("db", Map.of("batch", batch)));
        }
    }

    /** What the driver says with the result; asking it afterwards may change what the application sees. */
    private static long updated(@Nullable Object result) {
        if (result instanceof Integer || result instanceof Long) {
            return ((Number) result).longValue();
        }
        if (result instanceof int[] counts) {
            return sum(IntStream.of(counts).asLongStream().toArray());
        }
        return result instanceof long[] counts ? sum(counts) : TracedStatement.UNKNOWN;
    }

    private static long sum(long[] counts) {
        return LongStream.of(counts).anyMatch(count -> count < 0)
                ? TracedStatement.UNKNOWN
                : LongStream.of(counts).sum();
    }
}
