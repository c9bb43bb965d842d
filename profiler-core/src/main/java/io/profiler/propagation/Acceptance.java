// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.time.Duration;

/**
 * Which rightly signed headers are accepted.
 *
 * @param strict whether only tokens are, and OSprofiler's headers are ignored
 * @param replayAfter how long after the end of a trace's first request OSprofiler's headers with its id are still
 *     accepted; zero for ever
 * @param longestId longest id that is accepted, in characters
 * @since 0.1
 */
public record Acceptance(boolean strict, Duration replayAfter, int longestId) {

    /** All that is rightly signed, for ever, as OSprofiler does, if an SQL store has room for its ids. */
    public static final Acceptance ANY = new Acceptance(false, Duration.ZERO, TraceIds.LONGEST);
}
