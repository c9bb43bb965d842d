// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.samples;

/** Goes through a text that may hold anything. Not thread-safe. */
final class TextCursor {

    /** What stands for a number that is missing or has no place in an int. */
    static final int NO_NUMBER = -1;

    private static final int BEFORE_OVERFLOW = Integer.MAX_VALUE / 10 - 1;

    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    boolean hasMore() {
        return at < text.length();
    }

    boolean isAtNumber() {
        return hasMore() && isDigit(text.charAt(at));
    }

    /** Goes past the next character. */
    char next() {
        return text.charAt(at++);
    }

    /** Goes past the next character if it is this one. */
    boolean skip(char expected) {
        boolean found = hasMore() && text.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    /** Goes past the digits that come next. */
    int number() {
        int number = isAtNumber() ? 0 : NO_NUMBER;
        while (isAtNumber()) {
            int digit = next() - '0';
            number = number == NO_NUMBER || number > BEFORE_OVERFLOW ? NO_NUMBER : 10 * number + digit;
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
