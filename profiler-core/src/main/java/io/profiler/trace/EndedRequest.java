// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that nobody asked to profile, once it has ended: all that is known of it.
 *
 * @param traceId of the trace that is made of it
 * @param name kind of its span
 * @param beganNanos {@link System#nanoTime()} when it began
 * @param endedNanos and when it ended
 * @param start what the start of its span says
 * @param stop what the stop of its span says
 * @param error what it failed with; null if it did not
 * @since 0.1
 */
public record EndedRequest(
        String traceId,
        String name,
        long beganNanos,
        long endedNanos,
        Map<String, ? extends @Nullable Object> start,
        Map<String, ? extends @Nullable Object> stop,
        @Nullable Throwable error) {}
