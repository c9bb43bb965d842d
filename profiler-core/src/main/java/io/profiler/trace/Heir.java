// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

/**
 * What a virtual thread has of the one that made it: a place in a trace, taken up at the first look. It is let go of when the
 * topmost span ends, since such a thread may stay for good.
 */
final class Heir {

    /** Whoever has an heir sees it: the thread that made the heir has started his. */
    private static boolean anyMade;

    private volatile @Nullable RecordedSpan place;
    private volatile @Nullable GuestRecorder guest;

    private Heir(RecordedSpan place) {
        this.place = place;
    }

    /** Whether the present thread may have one: a look at what it has takes memory where that is nothing. */
    static boolean isAnyMade() {
        return anyMade;
    }

    /** Null if it is too late. */
    static @Nullable Heir of(RecordedSpan place) {
        Heir heir = new Heir(place);
        anyMade = true;
        place.trace.heirs.add(heir);
        if (place.topmost().hasEnded()) {
            heir.letGo();
            return null;
        }
        return heir;
    }

    /** For a virtual thread that the heir makes. */
    @Nullable
    Heir next() {
        Recorder taken = guest;
        RecordedSpan at = place;
        if (at == null) {
            return null;
        }
        return taken == null ? of(at) : taken.heir();
    }

    /** The recorder of the heir, who calls this; null once it was let go of. */
    @Nullable
    GuestRecorder guest() {
        GuestRecorder known = guest;
        RecordedSpan at = place;
        if (known == null && at != null) {
            known = new GuestRecorder(at, this);
            guest = known;
        }
        if (isOver()) {
            guest = null;
            return null;
        }
        return known;
    }

    /** The same if it was asked for before. */
    @Nullable
    GuestRecorder knownGuest() {
        return guest;
    }

    boolean isOver() {
        return place == null;
    }

    void letGo() {
        place = null;
        guest = null;
    }
}
