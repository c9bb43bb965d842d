// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

import java.util.Locale;

/**
 * What became of a trace point that was made. It waits until it has one of these.
 *
 * @since 0.1
 */
public enum PointFate {

    /** The store has it. */
    STORED,

    /** Lost: as many points wait as may, or its trace has its share of them. */
    QUEUE_FULL,

    /** Lost: what waits holds as much text as it may, or its trace has its share of that. */
    QUEUE_BYTES,

    /** Lost: the store refuses it for good, or it could not be read. */
    REJECTED,

    /** Lost: it was not stored when the sink was closed, or came later. */
    SHUTDOWN,

    /** Not made: as much is recorded of its trace as may be. */
    LIMIT;

    /** {@return the name that meters and messages have for it, for example {@code queue_full}} */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
