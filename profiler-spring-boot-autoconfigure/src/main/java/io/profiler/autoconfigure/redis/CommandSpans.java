// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.redis;

import io.lettuce.core.event.command.CommandBaseEvent;
import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import io.lettuce.core.event.command.CommandSucceededEvent;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.RedisCommand;
import io.profiler.autoconfigure.Guard;
import io.profiler.autoconfigure.KnownStatements;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Puts a span around each command of a profiled request. All others cost a look at the thread that sends them, and the events
 * that Lettuce makes for whoever listens.
 */
final class CommandSpans implements CommandListener {

    private static final String SPAN = "io.profiler.span";

    /** They hold passwords. */
    private static final Set<String> SECRET = Set.of("AUTH", "HELLO", "ACL", "CONFIG", "MIGRATE");

    private final KnownStatements statements = new KnownStatements(Map.of("system", "redis"));
    private final boolean parameters;

    /**
     * @param parameters whether keys and values are shown
     */
    CommandSpans(boolean parameters) {
        this.parameters = parameters;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        try {
            TracePosition position = TracePosition.current();
            if (position != null) {
                event.getContext().put(SPAN, start(position, event.getCommand()));
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }

    private Span start(TracePosition position, RedisCommand<?, ?, ?> command) {
        String name = command.getType().toString();
        return statements.of(name).startAt(position, parameters ? parameters(name, command.getArgs()) : null);
    }

    private static @Nullable List<?> parameters(String name, @Nullable CommandArgs<?, ?> arguments) {
        return arguments == null || SECRET.contains(name) ? null : List.of(arguments.toCommandString());
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        Span span = span(event);
        if (span != null) {
            span.stop();
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        Span span = span(event);
        if (span == null) {
            return;
        }
        if (event.getCause() instanceof CancellationException) {
            span.stop(Map.of("cancelled", true));
        } else {
            span.stop(event.getCause());
        }
    }

    private static @Nullable Span span(CommandBaseEvent event) {
        return event.getContext().get(SPAN) instanceof Span span ? span : null;
    }
}
