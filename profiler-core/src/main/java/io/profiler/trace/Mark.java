// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

/**
 * A marker on a stack.
 *
 * @param from the call in which the span begins
 * @param to behind the last call that no other marker is around
 * @param sureness whether a span has to be there
 */
record Mark(Marker marker, int from, int to, Sureness sureness) {

    /** How sure a marker makes it that its span is open. */
    enum Sureness {
        /** What it is around has been called. */
        OPEN,
        /** Its span is being begun or ended, and is open by the clock alone. */
        ON_THE_EDGE,
        /** A method is called that may have spans, but not by advice that is known here. */
        CALLED
    }

    Mark until(int end) {
        return new Mark(marker, from, end, sureness);
    }
}
