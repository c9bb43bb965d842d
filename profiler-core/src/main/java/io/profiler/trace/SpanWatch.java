// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.SpanCourse.Way;
import org.jspecify.annotations.Nullable;

/** Follows the spans of a thread for those who want to know more of them than when they begin and end. */
final class SpanWatch {

    private final @Nullable Timeline timeline;
    private final @Nullable SpanCounters counters;
    private final @Nullable SpanStretches stretches;

    private SpanWatch(@Nullable Timeline timeline, @Nullable SpanCounters counters, @Nullable SpanStretches stretches) {
        this.timeline = timeline;
        this.counters = counters;
        this.stretches = stretches;
    }

    static @Nullable SpanWatch of(ActiveTrace trace) {
        Timeline timeline = timeline(trace);
        SpanCounters counters = trace.insight.counts() ? new SpanCounters() : null;
        SpanStretches stretches = trace.context.isSigned() ? SpanStretches.ifRecorded() : null;
        return timeline == null && counters == null && stretches == null
                ? null
                : new SpanWatch(timeline, counters, stretches);
    }

    private static @Nullable Timeline timeline(ActiveTrace trace) {
        MethodWitness methods = trace.methods;
        if (methods == null) {
            return trace.sampling == null ? null : trace.sampling.timeline(false);
        }
        Timeline timeline = trace.sampling == null ? new Timeline(null, true, null) : trace.sampling.timeline(true);
        methods.follow(timeline.course());
        return timeline;
    }

    /** The thread works for the request from now on. */
    void enter(@Nullable RecordedSpan span) {
        if (timeline != null) {
            timeline.enter(span);
        }
        goOn(span);
    }

    /** The thread is told to go on somewhere else in the trace. */
    void move(@Nullable RecordedSpan place) {
        if (timeline != null) {
            timeline.move(place);
        }
        goOn(place);
    }

    private void goOn(@Nullable RecordedSpan span) {
        if (stretches != null) {
            stretches.goOn(span);
        }
    }

    void started(RecordedSpan span) {
        if (timeline != null) {
            timeline.add(span, Way.STARTED);
        }
        if (counters != null) {
            counters.started(span);
        }
        if (stretches != null) {
            stretches.started(span);
        }
    }

    void beganTopmost(RecordedSpan span) {
        if (counters != null) {
            counters.started(span);
        }
    }

    /** What the span that was started last is around is a lambda. */
    void markLambda() {
        if (timeline != null) {
            timeline.markLambda();
        }
    }

    void stopped(RecordedSpan span) {
        if (counters != null) {
            counters.stopped(span);
        }
    }

    /** The span goes on somewhere else. */
    void detached(RecordedSpan span) {
        if (counters != null) {
            counters.detached(span);
        }
    }

    /** A span is the current one again. */
    void leftTo(@Nullable RecordedSpan span) {
        if (timeline != null) {
            timeline.add(span, Way.LEFT_TO);
        }
        goOn(span);
    }

    /** The thread works for the request no more. */
    void leave() {
        if (timeline != null) {
            timeline.leave();
        }
        goOn(null);
        if (counters != null) {
            counters.forget();
        }
    }
}
