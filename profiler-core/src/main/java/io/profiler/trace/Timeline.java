// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.SpanCourse.Way;
import io.profiler.trace.sample.Looks;
import io.profiler.trace.sample.SampledThread;
import org.jspecify.annotations.Nullable;

/** Keeps the course of a recorder's thread while somebody wants it, and has the thread looked at. Not thread-safe. */
final class Timeline {

    private final SpanCourse course = new SpanCourse();
    private final @Nullable Looks looks;
    private final boolean evenIfNobodyLooks;
    private final @Nullable JvmWitness witness;
    private @Nullable SampledThread thread;
    private boolean isEntered;

    /**
     * @param looks at the thread, null for none
     * @param evenIfNobodyLooks whether it is wanted even when these are over
     * @param witness who wants it as well, as long as he is open; null for nobody
     */
    Timeline(@Nullable Looks looks, boolean evenIfNobodyLooks, @Nullable JvmWitness witness) {
        this.looks = looks;
        this.evenIfNobodyLooks = evenIfNobodyLooks;
        this.witness = witness;
    }

    SpanCourse course() {
        return course;
    }

    private boolean isOver() {
        return !evenIfNobodyLooks && (looks == null || looks.isOver()) && (witness == null || !witness.isOpen());
    }

    /** The recorder is its thread's from now on. */
    void enter(@Nullable RecordedSpan span) {
        if (isOver()) {
            return;
        }
        if (thread != null) {
            leave();
        }
        add(span, Way.PLACED);
        isEntered = true;
        if (looks != null) {
            thread = looks.enter(course);
        }
    }

    void leave() {
        add(null, Way.GONE);
        isEntered = false;
        if (thread != null) {
            thread.leave();
            thread = null;
        }
    }

    /** The thread is told to go on somewhere else. */
    void move(@Nullable RecordedSpan place) {
        if (isEntered) {
            add(place, Way.PLACED);
        }
    }

    void add(@Nullable RecordedSpan span, Way way) {
        long now = System.nanoTime();
        if (!isOver()) {
            course.add(span, way, now);
        }
    }

    /** What the last span is around is a lambda. */
    void markLambda() {
        course.markLambda();
    }
}
