// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one thread records of one trace. Bound to the thread, so that one look at a thread-local finds the current span,
 * the chunk to write to, and whether there is anything to do at all.
 */
class Recorder {

    final ActiveTrace trace;
    private final Thread owner = Thread.currentThread();
    private final SplittableRandom random = new SplittableRandom();

    @Nullable
    RecordedSpan span;

    private final SpanPortion portion;
    private final SpanLog log;

    /** Null if nobody wants to know more than when spans begin and end. */
    @Nullable
    SpanWatch watch;

    private volatile @Nullable RecorderScope closedElsewhere;

    Recorder(ActiveTrace trace, @Nullable RecordedSpan span) {
        this(trace, span, SpanWatch.of(trace));
    }

    Recorder(ActiveTrace trace, @Nullable RecordedSpan span, @Nullable SpanWatch watch) {
        this.trace = trace;
        this.span = span;
        this.portion = new SpanPortion(trace);
        this.log = new SpanLog(trace);
        this.watch = watch;
        trace.worksHere(owner);
    }

    /** Whether the present thread is the one that records by this. */
    final boolean isOwn() {
        return owner == Thread.currentThread();
    }

    /** Whether no scope of it was closed elsewhere. */
    final boolean isValid() {
        return closedElsewhere == null;
    }

    /** Whether nothing more begins here. */
    boolean isOver() {
        return false;
    }

    /** For a virtual thread that this one makes; null if such threads do not record the trace. */
    @Nullable
    Heir heir() {
        RecordedSpan place = span;
        return place == null || !trace.insight.followsVirtualThreads() || closedElsewhere != null
                ? null
                : Heir.of(place);
    }

    @Nullable
    RecorderScope takeClosed() {
        RecorderScope scope = closedElsewhere;
        closedElsewhere = null;
        return scope;
    }

    /** Stops recording on the recorder's own thread, from the next time that it looks. */
    void closeElsewhere(RecorderScope scope) {
        closedElsewhere = scope;
    }

    /** The thread records by this from now on. */
    void enter() {
        if (watch != null) {
            watch.enter(span);
        }
    }

    /** Where the thread is in the trace, for another thread to go on from. */
    TracePosition position() {
        return new TracePosition(trace, this, span);
    }

    /** Goes on somewhere else in the trace. */
    void moveTo(@Nullable RecordedSpan place) {
        if (watch != null && span != place) {
            watch.move(place);
        }
        goTo(place);
    }

    /** Whichever scopes were closed meanwhile. */
    final void goTo(@Nullable RecordedSpan place) {
        closedElsewhere = null;
        span = place;
    }

    /** Tells the times of what is not handed over yet. */
    void tell(SpanTimes times) {
        log.tell(times);
    }

    /** Takes room for a span, if it may begin. What is not recorded is not there: what is inside it belongs to the span around it. */
    boolean admit(SpanTemplate template) {
        return admit(span, template);
    }

    private boolean admit(@Nullable RecordedSpan parent, SpanTemplate template) {
        return (parent == null || trace.allowance.allows(template.name())) && portion.provide();
    }

    /** Begins a span, which was admitted, and makes it the current one. */
    RecordedSpan start(SpanTemplate template, Info info) {
        return goOnIn(log.start(take(span, template, info)));
    }

    final RecordedSpan goOnIn(RecordedSpan started) {
        span = started;
        if (watch != null) {
            watch.started(started);
        }
        return started;
    }

    /** Begins a span below one that need not be the current one, which stays what it is. */
    Span startBelow(@Nullable RecordedSpan parent, SpanTemplate template, Supplier<Info> info) {
        return admit(parent, template) ? began(log.start(take(parent, template, info.get()))) : Span.NOOP;
    }

    /** Begins a span below one that need not be the current one, which stays what it is, for work that began earlier. */
    Span startedAt(long elapsedNanos, @Nullable RecordedSpan parent, SpanTemplate template, Supplier<Info> info) {
        return admit(parent, template)
                ? began(log.startedAt(take(parent, template, info.get()), elapsedNanos))
                : Span.NOOP;
    }

    /** A topmost span becomes the current one only when the thread is told to go on below it. */
    private RecordedSpan began(RecordedSpan begun) {
        if (begun.parent == null && watch != null) {
            watch.beganTopmost(begun);
        }
        return begun;
    }

    private RecordedSpan take(@Nullable RecordedSpan parent, SpanTemplate template, Info info) {
        portion.use();
        return make(parent, template, info);
    }

    final RecordedSpan make(@Nullable RecordedSpan parent, SpanTemplate template, Info info) {
        return new RecordedSpan(trace, parent, template, info, random.nextLong());
    }

    void stopped(RecordedSpan stopped, long elapsedNanos) {
        try {
            left(stopped);
        } finally {
            log.stop(stopped, elapsedNanos);
        }
    }

    final void left(RecordedSpan stopped) {
        if (watch != null) {
            watch.stopped(stopped);
        }
        leave(stopped);
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

    void handOver() {
        try {
            if (watch != null) {
                watch.leave();
            }
        } finally {
            portion.giveBack();
            log.handOver();
        }
    }
}
