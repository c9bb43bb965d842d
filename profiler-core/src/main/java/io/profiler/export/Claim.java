// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.point.PointFate;
import io.profiler.point.TracePoint;
import java.util.List;
import java.util.Set;

/** Points of a batch that were taken from one chunk, one after another. Confined to the writer. */
final class Claim {

    private final Cursor cursor;
    private final int points;
    private final List<TracePoint> read;
    private int lost;

    /**
     * @param points how many were taken
     * @param read those of them that could be read
     */
    Claim(Cursor cursor, int points, List<TracePoint> read) {
        this.cursor = cursor;
        this.points = points;
        this.read = read;
        this.lost = points - read.size();
    }

    /** Counts those of the points that are in the set as lost, and says how many they are. */
    int lose(Set<TracePoint> rejected) {
        int found = (int) read.stream().filter(rejected::contains).count();
        lost += found;
        return found;
    }

    /** Counts as many of the points as lost as there are, up to a number, and says how many they are. */
    int lose(int most) {
        int found = Math.min(most, points - lost);
        lost += found;
        return found;
    }

    void settle() {
        cursor.settle(points);
    }

    void tell() {
        if (points > lost) {
            cursor.chunk().settled(PointFate.STORED, points - lost);
        }
        if (lost > 0) {
            cursor.chunk().settled(PointFate.REJECTED, lost);
        }
    }
}
