// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.internal.text.ReadableDuration;

/** A part of a time in words: {@code 182 of 240 ms (76 %)}. */
final class Amount {

    private static final ReadableDuration DURATION = new ReadableDuration("µs");

    private Amount() {}

    static String of(long micros) {
        return DURATION.of(micros);
    }

    static String of(long micros, long ofMicros) {
        return joined(of(micros), " of ", of(ofMicros)) + " (" + share(micros, ofMicros) + ")";
    }

    /** As in {@code 100 instead of 300 ms}. */
    static String insteadOf(long micros, long otherMicros) {
        return joined(of(micros), " instead of ", of(otherMicros));
    }

    /** The unit once where both have it. */
    private static String joined(String part, String words, String whole) {
        return (unit(part).equals(unit(whole)) ? number(part) : part) + words + whole;
    }

    /** In whole percents. */
    static String share(long micros, long ofMicros) {
        long percent = ofMicros == 0 ? 0 : Math.round(100.0 * micros / ofMicros);
        return percent == 0 && micros > 0 ? "<1 %" : percent + " %";
    }

    private static String unit(String duration) {
        return duration.substring(duration.indexOf(' ') + 1);
    }

    private static String number(String duration) {
        return duration.substring(0, duration.indexOf(' '));
    }
}
