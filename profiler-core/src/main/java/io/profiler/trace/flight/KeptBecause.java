// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import java.util.Locale;

/**
 * Why a request is kept that nobody asked to profile.
 *
 * @since 0.1
 */
public enum KeptBecause {
    /** It took long. */
    SLOW,
    /** It ended with an error, or a status that says so. */
    FAILED,
    /** A few of each route are. */
    SAMPLED;

    /** {@return the reason as traces and meters tell it} */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
