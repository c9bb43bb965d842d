// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

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
}
