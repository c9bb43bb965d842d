// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * By whom the present thread records. Virtual threads inherit it, unless somebody pools them: whoever starts one, by himself or
 * by {@code StructuredTaskScope}, starts it for what he is working at. Pooled threads and platform threads do not: they may stay
 * for good, hold on to the trace, and work for others meanwhile.
 */
final class CurrentRecorder {

    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

    /** A {@link Recorder}, or the {@link Heir} of one. */
    private static final ThreadLocal<@Nullable Object> HERE =
            Runtime.version().feature() < FIRST_WITH_VIRTUAL_THREADS ? new ThreadLocal<>() : new InheritedRecorder();

    private CurrentRecorder() {}

    static @Nullable Recorder get() {
        Object present = HERE.get();
        return present == null || present instanceof Recorder recorder && recorder.isValid()
                ? (Recorder) present
                : next(present);
    }

    /** The one by which the present thread records a trace; null if it records none, or another. */
    static @Nullable Recorder of(ActiveTrace trace) {
        Recorder present = get();
        return present == null || present.trace != trace ? null : present;
    }

    private static @Nullable Recorder next(Object present) {
        try {
            Recorder recorder = present instanceof Heir heir ? guest(heir) : (Recorder) present;
            return recorder == null || recorder.isValid() ? recorder : afterClosed(recorder);
        } catch (Throwable fault) {
            HERE.set(null);
            Faults.report(fault);
            return null;
        }
    }

    private static @Nullable Recorder guest(Heir heir) {
        Recorder known = heir.knownGuest();
        Recorder guest = heir.guest();
        if (guest == null) {
            HERE.set(null);
            LogContext.clear();
        } else if (known == null) {
            LogContext.replace(null, guest);
        }
        return guest;
    }

    /**
     * Goes back to what was there before the scopes that were closed where the thread could not see it. Each mark counts once: a
     * scope that was resumed inside itself leads back to its own recorder.
     */
    private static @Nullable Recorder afterClosed(Recorder closed) {
        Recorder next = closed;
        for (RecorderScope scope = closed.takeClosed(); scope != null; ) {
            next = scope.previous();
            scope = next == null ? null : next.takeClosed();
        }
        return replace(next);
    }

    /**
     * Makes another recorder, or none, the thread's, and hands over what the one before it has. The thread keeps its place for
     * one, for which the next look would need memory.
     *
     * @return it, or null if it is over
     */
    static @Nullable Recorder replace(@Nullable Recorder wanted) {
        Recorder next = wanted == null || wanted.isOver() ? null : wanted;
        Object here = HERE.get();
        Recorder present = here instanceof Heir heir ? heir.knownGuest() : (Recorder) here;
        HERE.set(next instanceof GuestRecorder guest ? guest.heir : next);
        if (present != next) {
            LogContext.replace(present, next);
            moved(present, next);
        }
        return next;
    }

    /** The thread has its other place already, whatever fails now. */
    private static void moved(@Nullable Recorder from, @Nullable Recorder to) {
        try {
            if (from != null) {
                from.handOver();
            }
            if (to != null) {
                to.enter();
            }
        } catch (Throwable fault) {
            Faults.report(fault);
        }
    }

    /**
     * Asks an application's object something that nobody would have asked it without the profiler: what that calls is no work of
     * the request's, and may come back here with the same object.
     */
    static <T extends @Nullable Object> T unrecorded(Supplier<T> asked) {
        Object here = HERE.get();
        if (here == null) {
            return asked.get();
        }
        HERE.set(null);
        try {
            return asked.get();
        } finally {
            HERE.set(here);
        }
    }

    /** The recorder that goes on from a position: the thread's own, if the thread has one of that trace, and is no guest in it. */
    static Recorder at(TracePosition position) {
        Recorder taken = position.recorder;
        Recorder known = taken != null && taken.isOwn() && !taken.isOver() ? taken : of(position.trace);
        boolean isGuest = known != taken && known instanceof GuestRecorder;
        Recorder next = known == null || isGuest ? new Recorder(position.trace, position.span) : known;
        next.moveTo(position.span);
        return next;
    }

    /** The recorder of a thread that is given back as it was: a guest is one again, if it is not over. */
    static Recorder backAt(TracePosition before) {
        if (before.recorder instanceof GuestRecorder guest && guest.isOwn()) {
            if (!guest.isOver()) {
                guest.moveTo(before.span);
            }
            return guest;
        }
        return at(before);
    }
}
