// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.Manifest;
import io.profiler.point.PointFate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became here of the spans of one request. Written to when a thread hands over, not span by span,
 * but by guests. Thread-safe. */
final class Ledger {

    static final int POINTS_OF_SPAN = 2;

    private final Map<PointFate, Long> lost = new EnumMap<>(PointFate.class);
    private long spans;
    private long made;
    private long cut;

    synchronized void began(int more) {
        spans += more;
    }

    synchronized void handedOver(int points) {
        made += points;
    }

    /** A point for whose chunk there is no room; the sink tells why. */
    synchronized void foundNoRoom() {
        made++;
    }

    /** Spans that begin when no more may. */
    synchronized void overLimit(long more) {
        spans += more;
        made += POINTS_OF_SPAN * more;
        lost(PointFate.LIMIT, POINTS_OF_SPAN * more);
    }

    synchronized void lost(PointFate fate, long points) {
        lost.merge(fate, points, Long::sum);
    }

    /** A span of which less is said than the application did. */
    synchronized void cut() {
        cut++;
    }

    synchronized Manifest manifest() {
        Map<String, Long> dropped = new LinkedHashMap<>();
        lost.forEach((fate, points) -> dropped.put(fate.reason(), points));
        return new Manifest(spans, made, dropped, cut);
    }
}
