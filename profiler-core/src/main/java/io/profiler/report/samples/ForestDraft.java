// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls while they are read; equal ones below the same caller are one. Keys can be compared, so that texts which are made to
 * have the same hash do not slow it down. Not thread-safe.
 */
final class ForestDraft {

    /** Stands for a leaf that was not read. */
    static final int NO_LEAF = -1;

    private static final int KINDS = LookKind.values().length;

    private final Room room;
    private final Map<String, Integer> methods = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<Long, Integer> leafNumbers = new HashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private @Nullable LookedTime looked;

    ForestDraft(Room room) {
        this.room = room;
    }

    void looked(LookedTime more) {
        looked = looked == null ? more : looked.or(more);
    }

    /** The number of a call, which may be new; {@link Call#NONE} if there is no room for a new one. */
    int call(int caller, String method) {
        int methodNumber = methods.computeIfAbsent(method, added -> methods.size());
        long place = ((long) caller << Integer.SIZE) + methodNumber;
        Integer known = numbers.get(place);
        if (known != null) {
            return known;
        }
        return room.takeCall() ? add(place, caller, method) : Call.NONE;
    }

    private int add(long place, int caller, String method) {
        int depth = caller == Call.NONE ? 0 : calls.get(caller).depth() + 1;
        numbers.put(place, calls.size());
        calls.add(new Call(caller, depth, method));
        return calls.size() - 1;
    }

    /** Counts looks at a call. The number of the leaf, or {@link #NO_LEAF} if there is nothing to count. */
    int leaf(int call, int count, LookKind kind) {
        if (call == Call.NONE || count <= 0) {
            return NO_LEAF;
        }
        int looks = Math.min(count, Room.MOST_LOOKS_OF_A_LEAF);
        int number = leafNumbers.computeIfAbsent((long) call * KINDS + kind.ordinal(), place -> leaves.size());
        if (number == leaves.size()) {
            leaves.add(new Leaf(call, kind, looks));
        } else {
            leaves.set(number, new Leaf(call, kind, leaves.get(number).looks() + looks));
        }
        return number;
    }

    void look(long atMicros, int leaf) {
        if (room.takeLook()) {
            looks.add(new Look(atMicros, leaf));
        }
    }

    CallForest forest() {
        looks.sort(Comparator.comparingLong(Look::atMicros));
        return new CallForest(calls, leaves, looks, looked == null ? LookedTime.ANY : looked);
    }
}
