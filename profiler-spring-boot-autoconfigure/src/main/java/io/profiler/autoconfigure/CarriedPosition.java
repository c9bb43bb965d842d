// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.TracePosition;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Where in a trace a reactive call is.
 *
 * @since 0.1
 */
public final class CarriedPosition {

    /** Key of it in a context. */
    public static final String KEY = "io.profiler";

    private CarriedPosition() {}

    /**
     * {@return what Reactor's context says, or else where the thread is; null outside of a profiled request}
     *
     * @param context of the subscriber; a thread of a reactive application tells nothing by itself
     */
    public static @Nullable TracePosition in(ContextView context) {
        return context.getOrDefault(KEY, null) instanceof TracePosition carried ? carried : TracePosition.current();
    }

    /**
     * Passes a signal on at a place in a trace, and gives the thread back as it was.
     *
     * @param position of who hears of it; null if that is in no trace, also on a thread that is in one
     * @param signal what is passed on
     */
    public static void pass(@Nullable TracePosition position, Runnable signal) {
        if (position != null) {
            position.run(signal);
            return;
        }
        TracePosition before = TracePosition.current();
        if (before == null) {
            signal.run();
            return;
        }
        TracePosition.set(null);
        try {
            signal.run();
        } finally {
            TracePosition.restore(before);
        }
    }
}
