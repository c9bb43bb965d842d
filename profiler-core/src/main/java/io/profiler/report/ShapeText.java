// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.util.Locale;
import java.util.Set;

/** The shape of a statement while it is put together: lists of values become short as soon as they end. */
final class ShapeText {

    private static final String VALUE = "?";
    private static final String MORE = "…";
    private static final Set<String> VALUE_WORDS = Set.of("null", "true", "false", "default");
    private static final int LONGEST_KEYWORD = 10;
    private static final int LONGEST_LIST = 200;
    private static final char WORD = 'w';
    private static final char NONE = '(';

    private final StringBuilder text = new StringBuilder();
    private boolean blank;
    private char last = NONE;
    private String lastWord = "";

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
        last = VALUE.charAt(0);
    }

    void word(String word) {
        lastWord = word.length() > LONGEST_KEYWORD ? "" : word.toLowerCase(Locale.ROOT);
        inValues &= VALUE_WORDS.contains(lastWord);
        append(word);
        betweenRows = false;
        last = WORD;
    }

    void sign(String sign) {
        char c = sign.charAt(0);
        if (c == '(' || c == '[') {
            open(sign);
        } else if (c == ')' || c == ']') {
            close(sign);
        } else {
            inValues &= c == ',';
            append(sign);
            betweenRows &= c == ',';
        }
        last = c;
    }

    private void open(String sign) {
        afterIn = sign.equals("[") || last == WORD && lastWord.equals("in");
        anotherRow = betweenRows;
        append(sign);
        inValues = true;
        betweenRows = false;
        listAt = text.length();
    }

    private void close(String sign) {
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

    /** Of a list that may become short no more is kept than is needed if it does not. */
    private void append(String token) {
        if (inValues && (afterIn || anotherRow) && text.length() > listAt + LONGEST_LIST) {
            return;
        }
        if (blank && text.length() > 0) {
            text.append(' ');
        }
        blank = false;
        text.append(token);
    }

    /** Whether what comes next cannot be taken from what was before. */
    boolean expectsValue() {
        return last != WORD && last != VALUE.charAt(0) && last != ')' && last != ']';
    }

    int length() {
        return text.length();
    }

    /** So much of the text, with no character cut in two. */
    String beginning(int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
