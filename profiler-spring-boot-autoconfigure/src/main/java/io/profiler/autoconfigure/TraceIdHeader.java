// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import io.profiler.propagation.SignedHeaders;
import io.profiler.propagation.TraceToken;
import org.jspecify.annotations.Nullable;

/**
 * The id of a trace as a header of a response.
 *
 * @since 0.1
 */
public final class TraceIdHeader {

    /** What a header {@code Vary} says beside it: without these headers the answer is another one. */
    public static final String VARY = TraceToken.HEADER + ", " + SignedHeaders.TRACE_INFO;

    private static final int LONGEST = 256;

    private TraceIdHeader() {}

    /**
     * {@return the id; null if a header cannot hold it: beyond 256 characters of ASCII, or with space at an end}
     *
     * @param traceId as whoever sent the headers chose it; any text
     */
    public static @Nullable String of(String traceId) {
        boolean fits = !traceId.isEmpty() && traceId.length() <= LONGEST;
        return fits && isVisible(traceId) && traceId.strip().equals(traceId) ? traceId : null;
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
