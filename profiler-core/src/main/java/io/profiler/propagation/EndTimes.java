// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

/** A time for each of many hashes, in sixteen bytes a place, of which three in four are taken. Not thread-safe. */
final class EndTimes {

    static final long NONE = Long.MIN_VALUE;

    private static final int FIRST_PLACES = 1_024;

    /** At each even index a hash, 0 for none, and its time behind it. */
    private long[] places = new long[2 * FIRST_PLACES];

    private int size;

    int size() {
        return size;
    }

    long get(long hash) {
        int place = place(hash);
        return places[place] == 0 ? NONE : places[place + 1];
    }

    /** Puts in one that is not there. */
    void put(long hash, long time) {
        if (4 * (size + 1) > 3 * (places.length / 2)) {
            grow();
        }
        set(hash, time);
        size++;
    }

    private void set(long hash, long time) {
        int place = place(hash);
        places[place] = nonZero(hash);
        places[place + 1] = time;
    }

    /** Where a hash is, or would be. */
    private int place(long hash) {
        int last = places.length - 2;
        int place = (int) (hash >>> 32) << 1 & last;
        while (places[place] != 0 && places[place] != nonZero(hash)) {
            place = place + 2 & last;
        }
        return place;
    }

    private static long nonZero(long hash) {
        return hash == 0 ? 1 : hash;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (int place = 0; place < before.length; place += 2) {
            if (before[place] != 0) {
                set(before[place], before[place + 1]);
            }
        }
    }

    /** How many have a time that is not before another, and are not among others. */
    int countSince(long time, EndTimes others) {
        int count = 0;
        for (int place = 0; place < places.length; place += 2) {
            if (places[place] != 0 && places[place + 1] >= time && others.get(places[place]) == NONE) {
                count++;
            }
        }
        return count;
    }
}
