// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import java.util.List;

/**
 * A method that looks found, below those that called it.
 *
 * @param caller number of the call that it was made by, {@link #NONE} for the outermost ones; always smaller than its own
 * @param depth how many calls are above it in its span
 * @param method class and method, as in {@code com.acme.Price.of}; stands as it was recorded and may hold any characters
 * @since 0.1
 */
public record Call(int caller, int depth, String method) {

    /** Stands for no call. */
    public static final int NONE = -1;

    /** The method that stands for all that is deeper than is told. */
    public static final String DEEPER = "…";

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    /** {@return whether the method is of the JDK, so that it tells little without its caller} */
    public boolean isOfJdk() {
        return JDK.stream().anyMatch(method::startsWith);
    }
}
