// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.mask.SecretMask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement for a database that is a trace point, in the shape of OSprofiler: {@code info.db.statement}, and if it is asked
 * for {@code info.db.params}.
 *
 * <pre>{@code
 * Span span = tracedStatement.start(null);
 * ...
 * TracedStatement.stop(span, updateCount, 0);      // or span.stop(error)
 * }</pre>
 *
 * <p>Thread-safe. Never throws.
 *
 * @since 0.1
 */
public final class TracedStatement {

    /** A count that is not known. */
    public static final long UNKNOWN = -1;

    private static final String DB = "db";

    private final TracedWork work;
    private final String statement;

    /** Null until somebody wants the parameters. */
    private volatile @Nullable Boolean namesSecret;

    private TracedStatement(String spanName, String statement, Map<String, String> more) {
        Map<String, String> db = new LinkedHashMap<>();
        db.put("statement", statement);
        db.putAll(more);
        this.statement = statement;
        this.work = TracedWork.of(spanName, Map.of(DB, db));
    }

    /**
     * Describes a statement.
     *
     * @param spanName of its spans; OSprofiler's is {@code db}
     * @param statement its text, which is shown without what is secret in it
     * @param more what else {@code info.db} says
     * @return a statement of which spans can be started
     */
    public static TracedStatement of(String spanName, String statement, Map<String, String> more) {
        return new TracedStatement(spanName, statement, more);
    }

    /**
     * Starts a span below the current one, which becomes the current one.
     *
     * @param parameters values that the statement is given, to be shown; none of them if the statement names something
     *     secret, because they have no names. Null if they are not to be shown
     * @return to be stopped once; {@link Span#NOOP} if this thread is not profiled
     */
    public Span start(@Nullable List<?> parameters) {
        Recorder recorder = CurrentRecorder.get();
        return recorder == null || parameters == null ? work.start() : start(recorder, parameters);
    }

    private Span start(Recorder recorder, List<?> parameters) {
        try {
            PreparedStart known = work.prepared(recorder.trace);
            return recorder.admit(known.template)
                    ? recorder.start(known.template, withParameters(recorder.trace, known, parameters))
                    : Span.NOOP;
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    /**
     * Starts a span as {@link TracedWork#startAt(TracePosition)} does.
     *
     * @param position where it is
     * @param parameters as for {@link #start(List)}
     * @return to be stopped once, on any thread
     */
    public Span startAt(TracePosition position, @Nullable List<?> parameters) {
        return parameters == null ? work.startAt(position) : startWith(parameters, position);
    }

    private Span startWith(List<?> parameters, TracePosition position) {
        try {
            PreparedStart known = work.prepared(position.trace);
            return position.start(known.template, () -> withParameters(position.trace, known, parameters));
        } catch (Throwable fault) {
            Faults.report(fault);
            return Span.NOOP;
        }
    }

    /**
     * Starts a span for an execution that began before, as {@link TracedWork#startedAt(long)} does.
     *
     * @param nanoTime {@link System#nanoTime()} when it began
     * @return to be stopped once; {@link Span#NOOP} if this thread is not profiled
     */
    public Span startedAt(long nanoTime) {
        return work.startedAt(nanoTime);
    }

    private Info withParameters(ActiveTrace trace, PreparedStart known, List<?> parameters) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(known.members());
        Map<@Nullable Object, @Nullable Object> db = new LinkedHashMap<>();
        if (members.get(DB) instanceof Map<?, ?> said) {
            db.putAll(said);
        }
        db.put("params", namesSecret(trace.capture) ? SecretMask.MASK : text(trace.capture, parameters));
        members.put(DB, db);
        return Info.own(trace.fit(members));
    }

    private static String text(ArgumentCapture capture, List<?> parameters) {
        return capture.masked(capture.text().value(parameters));
    }

    private boolean namesSecret(ArgumentCapture capture) {
        Boolean known = namesSecret;
        if (known == null) {
            known = capture.mask.namesSecret(statement);
            namesSecret = known;
        }
        return known;
    }

    /**
     * Ends the span of a statement.
     *
     * @param span what a start gave
     * @param updated how many rows the statement has changed, {@link #UNKNOWN} if nobody says so
     * @param batch how many executions the statement was sent for at once, 0 if it was not sent as a batch
     */
    public static void stop(Span span, long updated, int batch) {
        stop(span, outcome(updated, batch));
    }

    private static Map<String, Number> outcome(long updated, int batch) {
        if (updated == UNKNOWN) {
            return batch == 0 ? Map.of() : Map.of("batch", batch);
        }
        return batch == 0 ? Map.of("updated", updated) : Map.of("updated", updated, "batch", batch);
    }

    /**
     * Ends the span of a statement.
     *
     * @param span what a start gave
     * @param counts what is said at its end in {@code info.db}, such as how many rows it returned
     */
    public static void stop(Span span, Map<String, ? extends Number> counts) {
        if (span instanceof RecordedSpan recorded && !counts.isEmpty()) {
            recorded.stopWith(Map.of(DB, counts));
        } else {
            span.stop();
        }
    }

    @Override
    public String toString() {
        return "TracedStatement[" + statement + "]";
    }
}
