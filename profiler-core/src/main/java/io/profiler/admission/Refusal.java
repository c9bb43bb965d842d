// SPDX-License-Identifier: Apache-2.0
package io.profiler.admission;

import java.util.Locale;

/**
 * Why a request that may be profiled is served unprofiled: which limit it is beyond.
 *
 * @since 0.1
 */
public enum Refusal {
    /** As many requests are being profiled at once as may be. */
    OPEN_TRACES,
    /** As many requests of this key were profiled in this second as may be. */
    REQUESTS_PER_SECOND,
    /** As many spans of this trace are recorded here as may be. */
    SPANS_PER_TRACE;

    /** {@return the reason as the value of a metric's tag} */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the property that sets the limit, below the one of all limits} */
    public String property() {
        return tag().replace('_', '-');
    }
}
