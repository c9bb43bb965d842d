// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure.mongodb;

import com.mongodb.RequestContext;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.profiler.autoconfigure.Guard;
import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a span around each command of a profiled request. All others cost a look at the thread and at their context, and a copy
 * of their reply, which the driver makes for whoever listens.
 */
final class CommandSpans implements CommandListener {

    /** Of the profiler's own traces, which may be stored by the application's client. */
    private static final String OWN_DATABASE = "osprofiler";

    private final CommandStatements statements;
    private final Map<Integer, Span> started = new ConcurrentHashMap<>();

    /**
     * @param parameters whether the values in commands are shown
     */
    CommandSpans(boolean parameters) {
        this.statements = new CommandStatements(parameters);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        try {
            TracePosition position = position(event.getRequestContext());
            if (position != null && !event.getDatabaseName().equals(OWN_DATABASE)) {
                started.put(event.getRequestId(), statements.start(position, event));
            }
        } catch (Throwable fault) {
            Guard.report(fault);
        }
    }

    private static @Nullable TracePosition position(@Nullable RequestContext context) {
        TracePosition carried = PositionContext.positionIn(context);
        return carried == null ? TracePosition.current() : carried;
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        Span span = ended(event.getRequestId());
        if (span != null) {
            Guard.run(() -> CommandReply.of(event).end(span));
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        Span span = ended(event.getRequestId());
        if (span != null) {
            span.stop(event.getThrowable());
        }
    }

    private @Nullable Span ended(int requestId) {
        return started.isEmpty() ? null : started.remove(requestId);
    }
}
