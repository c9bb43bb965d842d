// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Listens to the JVM's flight recorder until a minute or two after the last request that wants it, as it is slow to start. The
 * first request that wants it starts it, on a thread of its own, and may be over before anything is heard. Where the recorder
 * cannot be started, the log says so, nothing is told, and the next request tries it again after a minute. Thread-safe; blocks
 * nobody, and never throws.
 */
public final class JvmEvents {

    private static final long IDLE_SECONDS = 60;
    private static final int MOST_EVENTS = 20_000;

    private final RecentEvents events = new RecentEvents(MOST_EVENTS);
    private final RecorderSession<RecorderStream> session = new RecorderSession<>(
            "profiler-jvm-events", IDLE_SECONDS, IDLE_SECONDS, () -> new RecorderStream(events::add), events::clear);

    /** Has no thread yet, and has not touched the recorder. */
    public JvmEvents() {}

    /**
     * Something is being profiled, of which one may want to be told.
     *
     * @param isOpen whether it goes on; not for ever, and holds on to nothing
     */
    public void want(BooleanSupplier isOpen) {
        session.want(isOpen);
    }

    /**
     * The present thread works for a request that wants to be told: nothing is said of a virtual one that is not known, and the
     * recorder's clock may have been set since it was last asked.
     */
    public void follow() {
        session.tick();
    }

    /**
     * Tells what happened in a time that is just over, a few seconds later, or what is known of it when the flight
     * recorder is ten seconds late; nothing if too many wait for that already, or the recorder could not be started.
     *
     * @param fromNanos {@link System#nanoTime()} when it began
     * @param toNanos when it ended
     * @param listener called on a thread of ours, which it must not block
     */
    public void tell(long fromNanos, long toNanos, Consumer<Told> listener) {
        session.later(isHeard -> tellNow(fromNanos, toNanos, isHeard, listener));
    }

    private void tellNow(long fromNanos, long toNanos, boolean isHeard, Consumer<Told> listener) {
        RecorderStream stream = session.stream();
        if (stream == null) {
            if (!session.hasFailed()) {
                listener.accept(new Told(List.of(), false));
            }
        } else {
            boolean isWhole = isHeard
                    && session.openSinceNanos() - fromNanos < 0
                    && stream.progress().isWholeSince(fromNanos)
                    && !events.isLostSince(fromNanos);
            listener.accept(new Told(events.during(fromNanos, toNanos), isWhole));
        }
    }
}
