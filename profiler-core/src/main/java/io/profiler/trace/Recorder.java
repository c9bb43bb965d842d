// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one thread records of one trace. Bound to the thread, so that one look at a thread-local finds the current span,
 * the chunk to write to, and whether there is anything to do at all.
 */
final class Recorder {

    private static final ThreadLocal<@Nullable Recorder> CURRENT = new ThreadLocal<>();

    final ActiveTrace trace;
    private final Thread owner = Thread.currentThread();
    private final SplittableRandom random = new SplittableRandom();
    private @Nullable RecordedSpan span;
    private final SpanLog log;

    /** Null if nobody wants to know more than when spans begin and end. */
    final @Nullable SpanWatch watch;

    /** Spans that this thread may begin, and how many of them it has not. */
    private int portion;

    private int left;
    private volatile @Nullable RecorderScope closedElsewhere;

    Recorder(ActiveTrace trace, @Nullable RecordedSpan span) {
        this.trace = trace;
        this.span = span;
        this.log = new SpanLog(trace);
        this.watch = SpanWatch.of(trace);
    }

    static @Nullable Recorder current() {
        Recorder present = CURRENT.get();
        return present == null || present.closedElsewhere == null ? present : afterClosed(present);
    }

    /**
     * Goes back to what was there before the scopes that were closed where the thread could not see it. Each mark counts
     * once: a scope that was resumed inside itself leads back to its own recorder.
     */
    private static @Nullable Recorder afterClosed(Recorder closed) {
        Recorder next = closed;
        for (RecorderScope scope = closed.takeClosed(); scope != null; ) {
            next = scope.previous();
            scope = next == null ? null : next.takeClosed();
        }
        replace(next);
        return next;
    }

    private @Nullable RecorderScope takeClosed() {
        RecorderScope scope = closedElsewhere;
        closedElsewhere = null;
        return scope;
    }

    /** Stops recording on the recorder's own thread, from the next time that it looks. */
    void closeElsewhere(RecorderScope scope) {
        closedElsewhere = scope;
    }

    /**
     * Makes another recorder, or none, the thread's, and hands over what the one before it has. The thread keeps its place for
     * one, for which the next look would need memory.
     */
    static void replace(@Nullable Recorder next) {
        Recorder present = CURRENT.get();
        CURRENT.set(next);
        if (present != next) {
            LogContext.set(next == null ? null : next.trace);
            moved(present, next);
        }
    }

    /** The thread has its other place already, whatever fails now. */
    private static void moved(@Nullable Recorder from, @Nullable Recorder to) {
        try {
            if (from != null) {
                from.handOver();
            }
            if (to != null && to.watch != null) {
                to.watch.enter(to.span);
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** Where the thread is in the trace, for another thread to go on from. */
    TracePosition position() {
        return new TracePosition(trace, this, span);
    }

    /** The recorder that goes on from a position: the thread's own, if the thread has one of that trace. */
    static Recorder at(TracePosition position) {
        Recorder taken = position.recorder;
        Recorder known = taken != null && taken.owner == Thread.currentThread() ? taken : of(position.trace);
        Recorder next = known == null ? new Recorder(position.trace, position.span) : known;
        next.moveTo(position.span);
        next.closedElsewhere = null;
        return next;
    }

    private void moveTo(@Nullable RecordedSpan place) {
        if (watch != null && span != place) {
            watch.move(place);
        }
        span = place;
    }

    /** The one by which the present thread records a trace; null if it records none, or another. */
    static @Nullable Recorder of(ActiveTrace trace) {
        Recorder present = current();
        return present == null || present.trace != trace ? null : present;
    }

    /** Tells the times of what is not handed over yet. */
    void tell(SpanTimes times) {
        log.tell(times);
    }

    /** Whether a span may begin. What is not recorded is not there: what is inside it belongs to the span around it. */
    boolean admits(SpanTemplate template) {
        return admits(span, template);
    }

    private boolean admits(@Nullable RecordedSpan parent, SpanTemplate template) {
        return (parent == null || trace.allowance.allows(template.name())) && (left > 0 || hasNextPortion());
    }

    private boolean hasNextPortion() {
        left = trace.allowance.portion();
        portion += left;
        if (left == 0) {
            trace.dropOverLimit();
        }
        return left > 0;
    }

    /** Begins a span, which was admitted, and makes it the current one. */
    RecordedSpan start(SpanTemplate template, Info info) {
        RecordedSpan started = log.start(make(span, template, info));
        span = started;
        if (watch != null) {
            watch.started(started);
        }
        return started;
    }

    /** Begins a span below one that need not be the current one, which stays what it is. */
    Span startBelow(@Nullable RecordedSpan parent, SpanTemplate template, Supplier<Info> info) {
        return admits(parent, template) ? began(log.start(make(parent, template, info.get()))) : Span.NOOP;
    }

    /** Begins a span below one that need not be the current one, which stays what it is, for work that began earlier. */
    Span startedAt(long elapsedNanos, @Nullable RecordedSpan parent, SpanTemplate template, Supplier<Info> info) {
        return admits(parent, template)
                ? began(log.startedAt(make(parent, template, info.get()), elapsedNanos))
                : Span.NOOP;
    }

    /** A topmost span becomes the current one only when the thread is told to go on below it. */
    private RecordedSpan began(RecordedSpan begun) {
        if (begun.parent == null && watch != null) {
            watch.beganTopmost(begun);
        }
        return begun;
    }

    private RecordedSpan make(@Nullable RecordedSpan parent, SpanTemplate template, Info info) {
        left--;
        return new RecordedSpan(trace, parent, template, info, random.nextLong());
    }

    void stopped(RecordedSpan stopped, long elapsedNanos) {
        try {
            if (watch != null) {
                watch.stopped(stopped);
            }
            leave(stopped);
        } finally {
            log.stop(stopped, elapsedNanos);
        }
    }

    /** The span ends elsewhere, and is the current one no more. */
    void detach(RecordedSpan detached) {
        if (watch != null) {
            watch.detached(detached);
        }
        leave(detached);
    }

    /** Makes the parent current, if the span is the current one or one above it. */
    private void leave(RecordedSpan left) {
        for (RecordedSpan open = span; open != null; open = open.parent) {
            if (open == left) {
                span = left.parent;
                if (watch != null) {
                    watch.leftTo(span);
                }
                return;
            }
        }
    }

    private void handOver() {
        try {
            if (watch != null) {
                watch.leave();
            }
        } finally {
            trace.ledger.began(portion - left);
            trace.allowance.giveBack(left);
            portion = 0;
            left = 0;
            log.handOver();
        }
    }
}
