// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import com.mongodb.event.CommandStartedEvent;
import io.profiler.autoconfigure.KnownStatements;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Statements of commands, by the database that they are for. */
final class CommandStatements {

    /** Where each customer has a database, there may be many. */
    private static final int MOST = 100;

    private final Map<String, KnownStatements> byDatabase = new ConcurrentHashMap<>();
    private final boolean parameters;

    CommandStatements(boolean parameters) {
        this.parameters = parameters;
    }

    Span start(TracePosition position, CommandStartedEvent event) {
        CommandShape shape = CommandShape.of(event.getCommandName(), event.getCommand(), parameters);
        return statements(event.getDatabaseName())
                .of(shape.text())
                .startAt(position, parameters ? shape.values() : null);
    }

    private KnownStatements statements(String database) {
        KnownStatements present = byDatabase.get(database);
        return present == null ? added(database) : present;
    }

    private KnownStatements added(String database) {
        if (byDatabase.size() >= MOST) {
            byDatabase.clear();
        }
        return byDatabase.computeIfAbsent(
                database, missing -> new KnownStatements(Map.of("system", "mongodb", "database", missing)));
    }
}
