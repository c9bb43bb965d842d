// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

import java.util.List;

/**
 * How often a thread was found in a method, or in what that called of the JDK, doing one kind of thing.
 *
 * @param method class and method; the innermost one that is not of the JDK, or if all are, the innermost
 * @param kind what the thread did
 * @param looks how often
 * @since 0.1
 */
public record Hotspot(String method, LookKind kind, long looks) {

    /** Fewer looks tell too little about where the time went: a tenth of them may be a third of it. */
    public static final int FEWEST_LOOKS = 10;

    /**
     * {@return the methods in which threads were found in several spans, where they were most often first}
     *
     * @param forests what was found in each span
     */
    public static List<Hotspot> in(List<CallForest> forests) {
        return Hotspots.of(forests);
    }

    /**
     * {@return how much of all looks it has, in whole per cent: {@code 71 %}}
     *
     * @param all how many looks there are
     */
    public String share(long all) {
        return Math.round(100.0 * looks / all) + " %";
    }
}
