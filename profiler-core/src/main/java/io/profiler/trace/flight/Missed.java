// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import java.util.Locale;

/**
 * Why a request is not recorded, not as a whole, or not kept though it is worth it.
 *
 * @since 0.1
 */
public enum Missed {
    /** Not recorded, or cut: all requests under way hold as much as they may. */
    MEMORY("'profiler.flight-recorder.memory' is reached"),
    /** Cut: it holds as much as one may. */
    MEMORY_PER_REQUEST("'profiler.flight-recorder.memory-per-request' is reached"),
    /** Cut: it has as many spans as one may. */
    SPANS_PER_REQUEST("'profiler.flight-recorder.spans-per-request' is reached"),
    /** Given up: no thread works for it, and more than half of the memory is taken. */
    WAITING("they wait, and half of 'profiler.flight-recorder.memory' is taken"),
    /** Slow or failed, and not kept: as many were in this minute as may be. */
    PER_MINUTE("'profiler.flight-recorder.per-minute' is reached");

    private final String because;

    Missed(String because) {
        this.because = because;
    }

    /** {@return the reason as the value of a metric's tag} */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The end of a sentence. */
    String because() {
        return because;
    }
}
