// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.TracedStatement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Statements that were executed before, and need not be looked through for secrets again.
 *
 * @since 0.1
 */
public final class KnownStatements {

    /** Name of the spans of those that are executed. */
    public static final String SPAN = "db";

    /** Of statements that are executed together, as many as anybody reads. */
    public static final int SHOWN_TOGETHER = 20;

    /** A call beside executions that takes less is left out: it would be in every request, and explain nothing. */
    public static final long SHORTEST_TOLD_NANOS = 100_000;

    private static final int MOST = 1_000;
    private static final int LONGEST = 8_192;

    private final Map<String, TracedStatement> known = new ConcurrentHashMap<>();
    private final String spanName;
    private final Map<String, String> source;

    /**
     * No statement is known yet.
     *
     * @param source what is said of where they are executed
     */
    public KnownStatements(Map<String, String> source) {
        this(SPAN, source);
    }

    /**
     * No statement is known yet.
     *
     * @param spanName of what is done with them
     * @param source what is said of where that is done
     */
    public KnownStatements(String spanName, Map<String, String> source) {
        this.spanName = spanName;
        this.source = source;
    }

    /**
     * {@return the statement of a text, with what is secret in it masked} Of up to 1,000 texts it is kept.
     *
     * @param statement SQL as the application executes it
     */
    public TracedStatement of(String statement) {
        TracedStatement present = known.get(statement);
        return present == null ? added(statement) : present;
    }

    /** Where values stand in statements, each is another one. */
    private TracedStatement added(String statement) {
        TracedStatement added = TracedStatement.of(spanName, statement, source);
        if (statement.length() <= LONGEST) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(statement, added);
        }
        return added;
    }
}
