// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

/** A statement as it was sent, and where in it what begins at some place ends. */
record StatementText(String text) {

    static final int OPEN = -1;
    private static final String CUT = "…";

    int length() {
        return text.length();
    }

    /** Beyond the text, a character that nothing means. */
    char at(int position) {
        return position >= 0 && position < text.length() ? text.charAt(position) : '\0';
    }

    /** Whether it was cut when it was recorded, so that its end may be missing. */
    boolean isCut() {
        return text.endsWith(CUT);
    }

    /** Whether it matters if a backslash escapes a quote. */
    boolean hasBackslashBeforeQuote() {
        return text.contains("\\'") || text.contains("\\\"");
    }

    /** Behind the quote that ends what begins here, which a doubled one does not; {@link #OPEN} if there is none. */
    int endOfQuoted(int from, char quote, boolean escapes) {
        for (int i = from; i < text.length(); i++) {
            if (escapes && text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                if (at(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        return OPEN;
    }

    int endOfNumber(int from) {
        int end = from;
        while (isWordPart(end) || at(end) == '.' || isExponentSign(end)) {
            end++;
        }
        return end;
    }

    private boolean isExponentSign(int position) {
        boolean sign = at(position) == '-' || at(position) == '+';
        return sign && (at(position - 1) == 'e' || at(position - 1) == 'E');
    }

    int endOfWord(int from) {
        int end = from;
        while (isWordPart(end)) {
            end++;
        }
        return end;
    }

    /** Behind the next occurrence; if there is none, the end. */
    int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    boolean isWordStart(int position) {
        char c = at(position);
        return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
    }

    boolean isWordPart(int position) {
        return isWordStart(position) || Character.isDigit(at(position));
    }
}
