// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

/**
 * A statement without what differs from one execution to the next: values are {@code ?}, a list of values after {@code IN} is
 * {@code (…)}, further rows of values are {@code …}, comments are gone, and it is one line. The grammar is what SQL dialects have
 * in common; any text is taken, as unfinished as it may be, in one pass over it.
 */
final class StatementShape {

    private static final int LONGEST = 10_000;
    private static final String CUT = "…";

    private final String text;
    private final ShapeText shape = new ShapeText();
    private int at;

    private StatementShape(String text) {
        this.text = text;
    }

    /** The shape of a statement; of a long one, its beginning. */
    static String of(String statement) {
        return new StatementShape(statement).read();
    }

    private String read() {
        while (at < text.length() && shape.length() <= LONGEST) {
            readToken(text.charAt(at));
        }
        return shape.length() <= LONGEST ? shape.toString() : shape.beginning(LONGEST) + CUT;
    }

    private void readToken(char c) {
        if (Character.isWhitespace(c)) {
            at++;
            shape.blank();
        } else if (c == '\'') {
            value(endOfQuoted(at + 1, c, false));
        } else if (c == '"' || c == '`') {
            word(endOfQuoted(at + 1, c, false));
        } else if (c == '-' && charAt(at + 1) == '-') {
            skip(after("\n", at + 2));
        } else if (c == '/' && charAt(at + 1) == '*') {
            skip(after("*/", at + 2));
        } else if (Character.isDigit(c) || isSigned(c)) {
            value(endOfNumber(at + 1));
        } else if (isWordStart(c)) {
            readWord(c);
        } else {
            readSign(c);
        }
    }

    /** A minus is part of a number where nothing stands that it could be taken from. */
    private boolean isSigned(char c) {
        return (c == '-' || c == '+') && Character.isDigit(charAt(at + 1)) && shape.expectsValue();
    }

    private void readWord(char c) {
        int end = endOfWord(at + 1);
        boolean prefix = end == at + 1 && charAt(end) == '\'' && "eEnNbBxX".indexOf(c) >= 0;
        if (prefix) {
            value(endOfQuoted(end + 1, '\'', c == 'e' || c == 'E'));
        } else {
            word(end);
        }
    }

    private void readSign(char c) {
        int end = endOfWord(at + 1);
        boolean doubled = c == ':' && charAt(at + 1) == ':';
        if (c == '?' || !doubled && end > at + 1 && (c == ':' || c == '$' && Character.isDigit(charAt(at + 1)))) {
            value(end);
        } else if (c == '$' && charAt(end) == '$') {
            value(after(text.substring(at, end + 1), end + 1));
        } else {
            shape.sign(c, doubled);
            at += doubled ? 2 : 1;
        }
    }

    private void value(int end) {
        shape.value();
        at = end;
    }

    private void word(int end) {
        shape.word(text, at, end);
        at = end;
    }

    private void skip(int end) {
        shape.blank();
        at = end;
    }

    /** Behind the quote that ends what begins here; a doubled one does not. */
    private int endOfQuoted(int from, char quote, boolean escapes) {
        for (int i = from; i < text.length(); i++) {
            if (escapes && text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote) {
                if (charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        return text.length();
    }

    private int endOfNumber(int from) {
        int end = from;
        while (isWordPart(charAt(end)) || charAt(end) == '.' || isExponentSign(end)) {
            end++;
        }
        return end;
    }

    private boolean isExponentSign(int position) {
        boolean sign = charAt(position) == '-' || charAt(position) == '+';
        return sign && (charAt(position - 1) == 'e' || charAt(position - 1) == 'E');
    }

    private int endOfWord(int from) {
        int end = from;
        while (isWordPart(charAt(end))) {
            end++;
        }
        return end;
    }

    /** Behind the next occurrence; if there is none, the end. */
    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private char charAt(int position) {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c);
    }
}
