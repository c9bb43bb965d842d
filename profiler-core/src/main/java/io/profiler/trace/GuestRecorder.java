// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual thread records for the thread that made it, until the topmost span of that one has ended. Nobody says when such
 * a thread is done with the trace: it hands over each point at once, and is looked at only while a span of its own is open.
 */
final class GuestRecorder extends Recorder {

    private final RecordedSpan place;
    private final RecordedSpan top;

    private GuestRecorder(ActiveTrace trace, RecordedSpan place, @Nullable SpanWatch watch) {
        super(trace, place, watch);
        this.place = place;
        this.top = place.topmost();
    }

    /** For a thread that is not there yet, which takes it up by {@link #of}. */
    static GuestRecorder heir(ActiveTrace trace, RecordedSpan place) {
        return new GuestRecorder(trace, place, null);
    }

    /** Null if it is too late. */
    static @Nullable GuestRecorder of(Recorder inherited) {
        RecordedSpan place = inherited.span;
        return place == null || place.topmost().hasEnded()
                ? null
                : new GuestRecorder(inherited.trace, place, SpanWatch.of(inherited.trace));
    }

    @Override
    boolean isValid() {
        return super.isValid() && !top.hasEnded();
    }

    @Override
    void enter() {
        if (span != place) {
            super.enter();
        }
    }

    @Override
    boolean admits(SpanTemplate template) {
        return LonePoints.admits(trace, span, template);
    }

    @Override
    RecordedSpan start(SpanTemplate template, Info info) {
        RecordedSpan started = LonePoints.begin(make(span, template, info), trace.elapsedNanos());
        if (span == place) {
            super.enter();
        }
        return goOnIn(started);
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
            if (span == place && watch != null) {
                watch.leave();
            }
        } finally {
            LonePoints.stop(stopped, elapsedNanos);
        }
    }
}
