// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of a time, piece by piece. Where pieces overlap, that counts which was added first. Not thread-safe. */
final class KnownTime {

    private static final Comparator<KnownPiece> IN_TIME = Comparator.comparingLong(KnownPiece::fromMicros);

    private final TreeMap<Long, KnownPiece> pieces = new TreeMap<>();

    /**
     * Of pieces that overlap each other, that counts which begins first.
     *
     * @return for how long nothing was known before
     */
    long add(List<KnownPiece> more) {
        long added = 0;
        long reached = Long.MIN_VALUE;
        for (KnownPiece piece : more.stream().sorted(IN_TIME).toList()) {
            long from = Math.max(reached, piece.fromMicros());
            if (from < piece.toMicros()) {
                added = BoundedTime.plus(added, add(piece, from));
                reached = piece.toMicros();
            }
        }
        return added;
    }

    private long add(KnownPiece piece, long from) {
        long added = 0;
        Map.Entry<Long, KnownPiece> before = pieces.floorEntry(from);
        long reached = before == null ? from : Math.max(from, before.getValue().toMicros());
        while (reached < piece.toMicros()) {
            Map.Entry<Long, KnownPiece> next = pieces.ceilingEntry(reached);
            long until = next == null ? piece.toMicros() : Math.min(piece.toMicros(), next.getKey());
            if (reached < until) {
                pieces.put(reached, piece.between(reached, until));
                added = BoundedTime.plus(added, BoundedTime.minus(until, reached));
            }
            reached = next == null ? until : Math.max(until, next.getValue().toMicros());
        }
        return added;
    }

    /** The pieces in order of time. */
    Collection<KnownPiece> pieces() {
        return pieces.values();
    }

    /** What lies within a time, cut to it. */
    List<KnownPiece> within(long fromMicros, long toMicros) {
        Long first = pieces.floorKey(fromMicros);
        return pieces.subMap(first == null ? fromMicros : first, toMicros).values().stream()
                .filter(piece -> piece.toMicros() > fromMicros)
                .map(piece ->
                        piece.between(Math.max(fromMicros, piece.fromMicros()), Math.min(toMicros, piece.toMicros())))
                .toList();
    }

    /** What went on at a moment, or a little before or after it if that is what was seen; null if it is not known. */
    @Nullable
    KnownPiece at(long moment, Cause seen, long slackMicros) {
        Map.Entry<Long, KnownPiece> last = pieces.floorEntry(moment);
        if (last != null && last.getValue().toMicros() > moment) {
            return last.getValue();
        }
        Map.Entry<Long, KnownPiece> next = pieces.higherEntry(moment);
        if (next != null && next.getValue().isNear(moment, seen, slackMicros)) {
            return next.getValue();
        }
        return last != null && last.getValue().isNear(moment, seen, slackMicros) ? last.getValue() : null;
    }
}
