// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import org.jspecify.annotations.Nullable;

/**
 * A text as the one reads it whom it is meant for: each escape of a URL, of JSON, or of markup is one character, with
 * how deep it is escaped.
 */
final class ReadText {

    static final char NONE = '\0';

    private static final int MAX_DEPTH = 3;

    private final CharSequence chars;
    private final int @Nullable [] starts;
    private final byte @Nullable [] depths;

    private ReadText(CharSequence chars, int @Nullable [] starts, byte @Nullable [] depths) {
        this.chars = chars;
        this.starts = starts;
        this.depths = depths;
    }

    static ReadText of(CharSequence raw) {
        ReadText text = new ReadText(raw, null, null);
        for (int depth = 0; depth < MAX_DEPTH && text.hasEscapes(); depth++) {
            text = text.unescaped();
        }
        return text;
    }

    int length() {
        return chars.length();
    }

    /** The character at a place, {@link #NONE} outside of the text. */
    char at(int index) {
        return index < 0 || index >= chars.length() ? NONE : chars.charAt(index);
    }

    /** How many escapes are around a character. */
    int depth(int index) {
        return depths == null || index < 0 || index >= depths.length ? 0 : depths[index];
    }

    /** Where a character begins in the text as it was given. */
    int start(int index) {
        return starts == null ? index : starts[index];
    }

    String substring(int from, int to) {
        return chars.subSequence(from, to).toString();
    }

    boolean isLetterOrDigit(int index) {
        return Character.isLetterOrDigit(at(index));
    }

    boolean isBlank(int index) {
        return at(index) == ' ' || at(index) == '\t';
    }

    boolean isEndOfLine(int index) {
        return at(index) == '\n' || at(index) == '\r';
    }

    /** Whether a text stands at a place, in whichever case. */
    boolean has(String expected, int index) {
        for (int i = 0; i < expected.length(); i++) {
            if (Character.toLowerCase(at(index + i)) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The next place of a text, in whichever case; -1 if there is none. */
    int find(String expected, int from) {
        return find(expected, from, length());
    }

    /** The same, if it begins before a place. */
    int find(String expected, int from, int to) {
        char first = expected.charAt(0);
        char capital = Character.toUpperCase(first);
        for (int i = from; i < to && i <= length() - expected.length(); i++) {
            char present = chars.charAt(i);
            if ((present == first || present == capital) && has(expected, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean hasEscapes() {
        for (int i = 0; i < length(); i++) {
            if (Escape.mayBeginAt(this, i)) {
                return true;
            }
        }
        return false;
    }

    private ReadText unescaped() {
        StringBuilder read = new StringBuilder(length());
        int[] begins = new int[length() + 1];
        byte[] deep = new byte[length()];
        for (int i = 0; i < length(); ) {
            Escape escape = Escape.at(this, i);
            begins[read.length()] = start(i);
            deep[read.length()] = (byte) (escape == null ? depth(i) : escape.depth());
            read.append(escape == null ? at(i) : escape.character());
            i += escape == null ? 1 : escape.length();
        }
        begins[read.length()] = start(length());
        return new ReadText(read, begins, deep);
    }
}
