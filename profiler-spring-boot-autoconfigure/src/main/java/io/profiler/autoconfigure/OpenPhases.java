// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.trace.Span;
import io.profiler.trace.TracePosition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The phases of profiled requests that are no thread's, by their roots, for what is told of a request without being told
 * which: there it is known where in a trace the present thread is.
 *
 * @since 0.1
 */
public final class OpenPhases {

    private static final Map<Span, RequestPhases> OPEN = new ConcurrentHashMap<>();

    private OpenPhases() {}

    /**
     * A request has begun.
     *
     * @param root its span; nothing is kept of one that records nothing
     * @param phases what it goes through
     */
    public static void begin(Span root, RequestPhases phases) {
        if (root != Span.NOOP) {
            OPEN.put(root, phases);
        }
    }

    /**
     * A request has ended.
     *
     * @param root its span
     */
    public static void end(Span root) {
        OPEN.remove(root);
    }

    /** {@return those of the request that the present thread is at work for; null if it is at work for none of these} */
    public static @Nullable RequestPhases ofThread() {
        TracePosition position = OPEN.isEmpty() ? null : TracePosition.current();
        Span root = position == null ? null : position.outermost();
        return root == null ? null : OPEN.get(root);
    }
}
