// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What is left of a time without the pieces that are known. Goes forward only. */
final class RestTime {

    private final long fromMicros;
    private final Iterator<KnownPiece> pieces;
    private @Nullable KnownPiece next;
    private long over;

    RestTime(long fromMicros, KnownTime known) {
        this.fromMicros = fromMicros;
        this.pieces = known.pieces().iterator();
        advance();
    }

    private void advance() {
        next = pieces.hasNext() ? pieces.next() : null;
    }

    /** How much up to a moment, which is not before those that were asked for. */
    long until(long moment) {
        while (next != null && next.toMicros() <= moment) {
            over += next.micros();
            advance();
        }
        long begun = next != null && next.fromMicros() < moment ? next.until(moment) : 0;
        return BoundedTime.minus(moment, fromMicros) - over - begun;
    }
}
