// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a trace as a header of a response.
 *
 * @since 0.1
 */
public final class TraceIdHeader {

    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,254}[\\x21-\\x7e])?");

    private TraceIdHeader() {}

    /**
     * {@return the id; null if a header cannot hold it: beyond 256 characters of ASCII, or with space at an end}
     *
     * @param traceId as whoever sent the headers chose it; any text
     */
    public static @Nullable String of(String traceId) {
        return HEADER_TEXT.matcher(traceId).matches() ? traceId : null;
    }
}
