// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

import java.util.Locale;

/**
 * Why a request that may be profiled is served unprofiled: which limit it is beyond, if it is one.
 *
 * @since 0.1
 */
public enum Refusal {
    /** As many requests are being profiled at once as may be. */
    OPEN_TRACES,
    /** As many requests of this key were profiled in this second as may be. */
    REQUESTS_PER_SECOND,
    /** As many spans of this trace are recorded here as may be. */
    SPANS_PER_TRACE,
    /** The profiler failed. */
    FAULT;

    /** {@return the reason as the value of a metric's tag} */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The end of a sentence. */
    String because() {
        return this == FAULT ? "the profiler failed" : "'profiler.limits." + tag().replace('_', '-') + "' is reached";
    }
}
