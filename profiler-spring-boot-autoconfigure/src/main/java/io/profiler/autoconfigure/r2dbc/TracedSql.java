// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.r2dbc;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** A statement whose executions are traced. */
final class TracedSql extends TracedObject {

    private final String text;
    private final @Nullable ParameterValues values;
    private final Executions executions;
    private int added;

    /**
     * @param values null if they are not shown
     */
    TracedSql(Statement statement, String text, @Nullable ParameterValues values, Executions executions) {
        super(statement);
        this.text = text;
        this.values = values;
        this.executions = executions;
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable
    Object traced(String method, @Nullable Object[] arguments, @Nullable Object result) {
        switch (method) {
            case "execute" -> {
                return result instanceof Publisher<?> results
                        ? executions.traced((Publisher<Result>) results, executed())
                        : result;
            }
            case "add" -> add();
            case "bind" -> bind(arguments[0], arguments[1]);
            case "bindNull" -> bind(arguments[0], null);
            default -> {}
        }
        return result;
    }

    private Executed executed() {
        return new Executed(text, values == null ? null : values.list(), added == 0 ? 0 : added + 1);
    }

    private void add() {
        added++;
        if (values != null) {
            values.add();
        }
    }

    private void bind(@Nullable Object place, @Nullable Object value) {
        if (values != null) {
            values.bind(String.valueOf(place), value);
        }
    }
}
