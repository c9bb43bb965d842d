// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request is in a trace of another kind, as W3C's Trace Context has it.
 *
 * @param traceId 32 hexadecimal digits
 * @param parentId 16 hexadecimal digits: the caller's span
 * @param flags two hexadecimal digits
 * @since 0.1
 */
public record TraceParent(String traceId, String parentId, String flags) {

    /** Name of the header that it comes by. */
    public static final String HEADER = "traceparent";

    private static final int LONGEST = 512;

    /** A later version may say more behind what this one says. */
    private static final Pattern GRAMMAR = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})(?<trace>[0-9a-f]{32})-(?!0{16})(?<parent>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})"
                    + "(?<more>-.*)?");

    private static final String FIRST_VERSION = "00";

    /**
     * Reads the header.
     *
     * @param header null if there is none
     * @return empty if it is not as it must be
     */
    public static Optional<TraceParent> of(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parts = GRAMMAR.matcher(header);
        boolean isWellFormed = parts.matches() && (parts.group("more") == null || !header.startsWith(FIRST_VERSION));
        return isWellFormed
                ? Optional.of(new TraceParent(parts.group("trace"), parts.group("parent"), parts.group("flags")))
                : Optional.empty();
    }

    /** {@return the header, in the first version of its form} */
    @Override
    public String toString() {
        return FIRST_VERSION + '-' + traceId + '-' + parentId + '-' + flags;
    }
}
