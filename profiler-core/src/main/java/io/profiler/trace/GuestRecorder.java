// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual thread records for the one that made it. Nobody says when such a thread is done with the trace: it hands over each
 * point at once, and is watched only while it is in a span of its own.
 */
final class GuestRecorder extends Recorder {

    final Heir heir;
    private final RecordedSpan place;

    private boolean isInside;

    /**
     * @param place where its thread was made
     */
    GuestRecorder(RecordedSpan place, Heir heir) {
        super(place.trace, place, null);
        this.place = place;
        this.heir = heir;
    }

    @Override
    boolean isOver() {
        return heir.isOver();
    }

    @Override
    boolean admit(SpanTemplate template) {
        return LonePoints.admit(trace, span, template);
    }

    @Override
    RecordedSpan start(SpanTemplate template, Info info) {
        goInside();
        return goOnIn(LonePoints.begin(make(span, template, info), trace.clock.elapsedNanos()));
    }

    @Override
    Span startBelow(@Nullable RecordedSpan parent, SpanTemplate template, Supplier<Info> info) {
        return LonePoints.start(trace, parent, template, info);
    }

    @Override
    Span startedAt(long elapsedNanos, @Nullable RecordedSpan parent, SpanTemplate template, Supplier<Info> info) {
        return LonePoints.startedAt(elapsedNanos, trace, parent, template, info);
    }

    @Override
    void stopped(RecordedSpan stopped, long elapsedNanos) {
        try {
            left(stopped);
            enter();
        } finally {
            LonePoints.stop(stopped, elapsedNanos);
        }
    }

    @Override
    void detach(RecordedSpan detached) {
        super.detach(detached);
        enter();
    }

    @Override
    void moveTo(@Nullable RecordedSpan next) {
        if (isInside) {
            super.moveTo(next);
        } else {
            goTo(next);
        }
        enter();
    }

    /** Is watched from now on if it is in a span of its own, and if not, no more. */
    @Override
    void enter() {
        if (isAtPlaceOrAbove()) {
            goOutside();
        } else {
            goInside();
        }
    }

    @Override
    void handOver() {
        goOutside();
    }

    private boolean isAtPlaceOrAbove() {
        RecordedSpan open = place;
        while (open != null && open != span) {
            open = open.parent;
        }
        return open == span;
    }

    private void goInside() {
        if (!isInside) {
            isInside = true;
            if (watch == null) {
                watch = SpanWatch.of(trace);
            }
            super.enter();
        }
    }

    private void goOutside() {
        if (isInside) {
            isInside = false;
            if (watch != null) {
                watch.leave();
            }
        }
    }
}
