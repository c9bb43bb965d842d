// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.trace.jvm.MethodCall;
import io.profiler.trace.jvm.MethodCalls;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The calls of one request that the JVM tells: heard while it runs, and made into spans once all are known. Thread-safe. */
final class MethodWitness {

    private static final int MOST = 2_000;

    private final MethodCalls calls;
    private final MethodMask mask;
    private final LongestCalls heard = new LongestCalls(MOST);
    private final Queue<Follower> followers = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Long> endedAtNanos = new AtomicReference<>();
    private volatile boolean misses;

    private MethodWitness(MethodCalls calls, MethodMask mask) {
        this.calls = calls;
        this.mask = mask;
        calls.want();
    }

    /** Null if a request may not have spans of methods, or nobody wants any. */
    static @Nullable MethodWitness of(MethodMask mask, SpanAllowance allowance) {
        MethodCalls calls = mask.calls();
        return calls == null || mask.patterns().isEmpty() || !allowance.allows(MethodSpans.NAME)
                ? null
                : new MethodWitness(calls, mask);
    }

    /** A thread works for the request. */
    void follow(SpanCourse course) {
        if (endedAtNanos.get() != null) {
            return;
        }
        Follower follower = new Follower(course);
        followers.add(follower);
        if (!calls.follow(course.threadId, follower)) {
            follower.overlooked();
        }
    }

    /** The request is over; the first span at its top that ends is the one that ends it. */
    void ended(RecordedSpan top, long elapsedNanos) {
        long openedAt = top.trace.clock.openedAtNanos();
        if (!endedAtNanos.compareAndSet(null, openedAt + elapsedNanos)) {
            misses = true;
            return;
        }
        if (!calls.whenTold(openedAt, mask.patterns(), whole -> tell(top, elapsedNanos, whole))) {
            leave();
        }
    }

    private void tell(RecordedSpan top, long elapsedNanos, boolean whole) {
        leave();
        new MethodSpans(top, heard).store(elapsedNanos, whole && !misses);
    }

    private void leave() {
        followers.forEach(follower -> calls.leave(follower.course.threadId, follower));
        followers.clear();
    }

    private final class Follower implements MethodCalls.Listener {

        private final SpanCourse course;

        Follower(SpanCourse course) {
            this.course = course;
        }

        @Override
        public void called(MethodCall call) {
            Long end = endedAtNanos.get();
            if (end != null && call.startNanos() - end > 0 || !mask.holds(call)) {
                return;
            }
            PlacedCall placed = PlacedCall.of(call, course);
            if (placed != null) {
                heard.add(placed);
            } else if (course.isFull()) {
                misses = true;
            }
        }

        @Override
        public void overlooked() {
            misses = true;
            followers.remove(this);
        }
    }
}
