// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.internal.Surrogates;
import java.util.regex.Pattern;

/**
 * A text that is never longer than its bound, also while it is made. What was added and taken back counts as work, so
 * that values that fail again and again come to an end, too. Not thread-safe.
 */
final class BoundedText {

    static final String CUT = "…";

    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final StringBuilder text = new StringBuilder();
    private final int maxLength;
    private final long maxWork;
    private long work;

    BoundedText(int maxLength, long maxWork) {
        this.maxLength = maxLength;
        this.maxWork = maxWork;
    }

    /** Adds as much as there is room for, and one character more, by which it is known that something was cut off. */
    BoundedText add(CharSequence more) {
        int added = Math.max(0, (int) Math.min(more.length(), maxLength + 1L - text.length()));
        text.append(more, 0, added);
        spend(added + 1);
        return this;
    }

    /** Counts characters that were looked at. */
    void spend(int characters) {
        work += characters;
    }

    long work() {
        return work;
    }

    /** How many characters of what comes next can be seen. */
    int room() {
        return isFull() ? 0 : maxLength - text.length();
    }

    boolean isFull() {
        return text.length() > maxLength || work > maxWork;
    }

    int length() {
        return text.length();
    }

    String since(int length) {
        return text.substring(Math.min(length, text.length()));
    }

    /** Takes back what was added since the text had this length. */
    void backTo(int length) {
        text.setLength(length);
    }

    /** Without halves of surrogate pairs, which UTF-8 has no form for. */
    @Override
    public String toString() {
        String shown = isFull() ? cut() : text.toString();
        return Surrogates.areIn(shown) ? LONE_SURROGATE.matcher(shown).replaceAll("\ufffd") : shown;
    }

    private String cut() {
        int end = Math.min(text.length(), maxLength);
        boolean betweenHalves = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, betweenHalves ? end - 1 : end) + CUT;
    }
}
