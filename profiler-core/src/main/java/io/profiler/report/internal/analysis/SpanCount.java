// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

/** Numbers of spans in words. */
final class SpanCount {

    private SpanCount() {}

    static String of(long count) {
        return count + (count == 1 ? " span" : " spans");
    }

    /** The form of a verb that goes with the count, between blanks. */
    static String verb(long count, String ofOne, String ofMany) {
        return " " + (count == 1 ? ofOne : ofMany) + " ";
    }
}
