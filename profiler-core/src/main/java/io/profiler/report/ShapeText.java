// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.internal.Surrogates;
import java.util.Locale;
import java.util.Set;

/** The shape of a statement while it is put together: lists of values become short as soon as they end. */
final class ShapeText {

    private static final char VALUE = '?';
    private static final String MORE = "…";
    private static final Set<String> VALUE_WORDS = Set.of("null", "true", "false", "default");
    private static final Set<String> BEFORE_VALUES = Set.of(
            "in",
            "like",
            "ilike",
            "rlike",
            "regexp",
            "between",
            "values",
            "value",
            "when",
            "then",
            "else",
            "escape",
            "select",
            "both",
            "leading",
            "trailing");
    private static final int LONGEST_KEYWORD = 8;
    private static final String IN = "in";
    private static final String BETWEEN = "between";
    private static final int LONGEST_LIST = 200;
    private static final char WORD = 'w';
    private static final char NONE = '(';

    private final StringBuilder text = new StringBuilder();
    private boolean blank;
    private char last = NONE;
    private String keyword = "";
    private boolean between;

    private boolean inValues;
    private boolean afterIn;
    private boolean anotherRow;
    private boolean betweenRows;
    private int listAt;
    private int rowsEnd;

    void blank() {
        blank = true;
    }

    void value() {
        append(VALUE);
        last = VALUE;
    }

    /** Takes a word out of a text. */
    void word(String statement, int from, int to) {
        remember(
                to - from > LONGEST_KEYWORD ? "" : statement.substring(from, to).toLowerCase(Locale.ROOT));
        inValues &= VALUE_WORDS.contains(keyword);
        if (makeRoom()) {
            text.append(statement, from, to);
        }
        betweenRows = false;
        last = WORD;
    }

    /** What follows the {@code and} of a {@code between} is what follows that. */
    private void remember(String word) {
        boolean second = between && word.equals("and");
        between = word.equals(BETWEEN) || between && !second;
        keyword = second ? BETWEEN : word;
    }

    /** Takes any other character, or two of it. */
    void sign(char c, boolean doubled) {
        if (c == '(' || c == '[') {
            open(c);
        } else if (c == ')' || c == ']') {
            close(c);
        } else {
            inValues &= c == ',';
            append(c);
            betweenRows &= c == ',';
        }
        if (doubled) {
            append(c);
        }
        last = c;
    }

    private void open(char sign) {
        afterIn = sign == '[' || last == WORD && keyword.equals(IN);
        anotherRow = betweenRows;
        append(sign);
        inValues = true;
        betweenRows = false;
        listAt = text.length();
    }

    private void close(char sign) {
        boolean values = inValues && text.length() > listAt;
        inValues = false;
        if (values && afterIn) {
            text.setLength(listAt);
            text.append(MORE);
            blank = false;
        }
        append(sign);
        if (values && anotherRow) {
            text.setLength(rowsEnd);
            text.append(", ").append(MORE);
        } else {
            rowsEnd = text.length();
        }
        betweenRows = values;
    }

    private void append(char c) {
        if (makeRoom()) {
            text.append(c);
        }
    }

    /** Makes room for more; whether there is any. Of a list that may become short no more is kept than is needed if it does not. */
    private boolean makeRoom() {
        if (inValues && (afterIn || anotherRow) && text.length() > listAt + LONGEST_LIST) {
            return false;
        }
        if (blank && text.length() > 0) {
            text.append(' ');
        }
        blank = false;
        return true;
    }

    /** Whether what comes next cannot be taken from what was before. */
    boolean expectsValue() {
        return last != WORD && last != VALUE && last != ')' && last != ']';
    }

    /** Whether what comes next may be a string; a name that stands there is not told from it. */
    boolean expectsString() {
        return last == WORD ? BEFORE_VALUES.contains(keyword) : expectsValue() && last != '.' && last != ':';
    }

    /** Whether what was before is one of these words, which are of small letters. */
    boolean follows(Set<String> keywords) {
        return last == WORD && keywords.contains(keyword);
    }

    int length() {
        return text.length();
    }

    /** So much of the text, with no character cut in two. */
    String beginning(int length) {
        return Surrogates.beginning(text, length);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
