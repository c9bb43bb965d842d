// SPDX-License-Identifier: Apache-2.0
package io.profiler.point;

/**
 * A run of trace points that one thread appends to while another reads what is already published.
 *
 * <p>The appending thread only ever raises {@link #published()}; a point below it never changes. Points are made on
 * the reading thread, by {@link #point(int)}, so that formatting costs the profiled request nothing.
 */
public interface TracePointChunk {

    /** How many points fit in. */
    int capacity();

    /** How many points can be read now; never falls. */
    int published();

    /** Whether nothing will be published any more. Read it before {@link #published()}. */
    boolean isClosed();

    /**
     * Makes the point at an index below {@link #published()}.
     *
     * @throws RuntimeException if what the application put into the span cannot be read; that point is lost
     */
    TracePoint point(int index);
}
