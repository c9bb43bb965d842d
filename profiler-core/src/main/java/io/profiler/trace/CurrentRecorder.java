// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

/**
 * By whom the present thread records. Virtual threads inherit it, as nobody pools them: whoever starts one, by himself or by
 * {@code StructuredTaskScope}, starts it for what he is working at. Platform threads do not: they may stay for good, and hold
 * on to the trace.
 */
final class CurrentRecorder {

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    private static final ThreadLocal<@Nullable Recorder> HERE =
            Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS ? new ThreadLocal<>() : new Inherited();

    private CurrentRecorder() {}

    static @Nullable Recorder get() {
        Recorder present = HERE.get();
        return present == null || present.isValid() ? present : next(present);
    }

    /** The one by which the present thread records a trace; null if it records none, or another. */
    static @Nullable Recorder of(ActiveTrace trace) {
        Recorder present = get();
        return present == null || present.trace != trace ? null : present;
    }

    private static @Nullable Recorder next(Recorder invalid) {
        return invalid.isOwn() ? afterClosed(invalid) : adopted(invalid);
    }

    private static @Nullable Recorder adopted(Recorder inherited) {
        Recorder own = GuestRecorder.of(inherited);
        HERE.set(own);
        if (own != null) {
            LogContext.set(own.trace);
        }
        return own;
    }

    /**
     * Goes back to what was there before the scopes that were closed where the thread could not see it, or to nothing if there
     * was no scope, as of a guest that is late. Each mark counts once: a scope that was resumed inside itself leads back to its own
     * recorder.
     */
    private static @Nullable Recorder afterClosed(Recorder closed) {
        Recorder next = null;
        for (RecorderScope scope = closed.takeClosed(); scope != null; ) {
            next = scope.previous();
            scope = next == null ? null : next.takeClosed();
        }
        replace(next);
        return next;
    }

    /**
     * Makes another recorder, or none, the thread's, and hands over what the one before it has. The thread keeps its place for
     * one, for which the next look would need memory.
     */
    static void replace(@Nullable Recorder next) {
        Recorder present = HERE.get();
        HERE.set(next);
        if (present != next) {
            LogContext.set(next == null ? null : next.trace);
            moved(present, next);
        }
    }

    /** The thread has its other place already, whatever fails now. */
    private static void moved(@Nullable Recorder from, @Nullable Recorder to) {
        try {
            if (from != null && from.isOwn()) {
                from.handOver();
            }
            if (to != null) {
                to.enter();
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /** The recorder that goes on from a position: the thread's own, if the thread has one of that trace, and is no guest in it. */
    static Recorder at(TracePosition position) {
        Recorder taken = position.recorder;
        Recorder known = taken != null && taken.isOwn() ? taken : of(position.trace);
        boolean isGuest = known != taken && known instanceof GuestRecorder;
        Recorder next = known == null || isGuest ? new Recorder(position.trace, position.span) : known;
        next.moveTo(position.span);
        return next;
    }

    private static final class Inherited extends InheritableThreadLocal<@Nullable Recorder> {

        private static final String VIRTUAL = "java.lang.VirtualThread";
        private static final String CONSTRUCTOR = "<init>";
        private static final int FRAMES = 10;

        private final StackWalker stack = StackWalker.getInstance();

        /** On the thread that makes another, which has to get it whatever happens here. */
        @Override
        protected @Nullable Recorder childValue(@Nullable Recorder parent) {
            try {
                return parent != null && isForVirtualThread() ? parent.heir() : null;
            } catch (Throwable fault) {
                Faults.report(fault);
                return null;
            }
        }

        /** Nothing else tells whose value it is going to be. */
        private boolean isForVirtualThread() {
            return stack.walk(frames -> frames.limit(FRAMES)
                    .anyMatch(frame -> frame.getMethodName().equals(CONSTRUCTOR)
                            && frame.getClassName().equals(VIRTUAL)));
        }
    }
}
