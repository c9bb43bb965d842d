// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.util.Set;

/**
 * A statement without what differs from one execution to the next: values are {@code ?}, a list of values after {@code IN} is
 * {@code (…)}, further rows of values are {@code …}, comments are gone, and it is one line. The grammar is what SQL dialects have
 * in common; any text is taken, as unfinished as it may be, in up to three passes over it: dialects do not agree on what a
 * backslash before a quote means, and whether double quotes are around a name or a value, so the statement itself has to tell.
 */
final class StatementShape {

    private static final int LONGEST = 10_000;
    private static final String CUT = "…";
    private static final Set<String> BEFORE_TABLES = Set.of("from", "join", "into", "update");
    private static final Set<String> ESCAPE = Set.of("escape");

    private final StatementText text;
    private final boolean escapes;
    private final boolean quotedNames;
    private final ShapeText shape = new ShapeText();
    private int at;
    private int doubts;
    private boolean quotesTable;

    private StatementShape(StatementText text, boolean escapes, boolean quotedNames) {
        this.text = text;
        this.escapes = escapes;
        this.quotedNames = quotedNames;
    }

    /** The shape of a statement; of a long one, its beginning. */
    static String of(String statement) {
        StatementShape likeliest = likeliest(new StatementText(statement));
        return likeliest.quotesTable
                ? new StatementShape(likeliest.text, likeliest.escapes, true)
                        .read()
                        .result()
                : likeliest.result();
    }

    /** A backslash escapes a quote if strings end at better places then. */
    private static StatementShape likeliest(StatementText text) {
        StatementShape literal = new StatementShape(text, false, false).read();
        if (!text.hasBackslashBeforeQuote()) {
            return literal;
        }
        StatementShape escaped = new StatementShape(text, true, false).read();
        return escaped.doubts <= literal.doubts ? escaped : literal;
    }

    private StatementShape read() {
        while (at < text.length() && shape.length() <= LONGEST) {
            readToken(text.at(at));
        }
        return this;
    }

    private String result() {
        return shape.length() <= LONGEST ? shape.toString() : shape.beginning(LONGEST) + CUT;
    }

    private void readToken(char c) {
        if (Character.isWhitespace(c)) {
            at++;
            shape.blank();
        } else if (c == '\'') {
            value(endOfQuoted(at, escapes && !shape.follows(ESCAPE)));
        } else if (c == '"') {
            readDoubleQuoted();
        } else if (c == '`') {
            word(endOfQuoted(at, false));
        } else if (c == '-' && text.at(at + 1) == '-') {
            skip(text.after("\n", at + 2));
        } else if (c == '/' && text.at(at + 1) == '*') {
            skip(text.after("*/", at + 2));
        } else if (Character.isDigit(c) || isSigned(c)) {
            value(text.endOfNumber(at + 1));
        } else if (text.isWordStart(at)) {
            readWord(c);
        } else {
            readSign(c);
        }
    }

    /** A string that never ends, or touches a word, was hardly meant to. */
    private int endOfQuoted(int from, boolean escaping) {
        int end = text.endOfQuoted(from + 1, text.at(from), escaping);
        boolean endsBadly = end == StatementText.OPEN ? !text.isCut() : text.isWordPart(end);
        doubts += (endsBadly ? 1 : 0) + (text.isWordPart(from - 1) ? 1 : 0);
        return end == StatementText.OPEN ? text.length() : end;
    }

    /** A name, or a string of MySQL: what could be a value is taken for one, unless the statement has a table in such quotes. */
    private void readDoubleQuoted() {
        int end = endOfQuoted(at, escapes);
        boolean trimmed = shape.follows(BEFORE_TABLES) && text.at(end) == ')';
        quotesTable |= shape.follows(BEFORE_TABLES) && !trimmed;
        if (quotedNames || text.at(end) == '.' || !trimmed && !shape.expectsString()) {
            word(end);
        } else {
            value(end);
        }
    }

    /** A minus is part of a number where nothing stands that it could be taken from. */
    private boolean isSigned(char c) {
        return (c == '-' || c == '+') && Character.isDigit(text.at(at + 1)) && shape.expectsValue();
    }

    private void readWord(char c) {
        int end = text.endOfWord(at + 1);
        boolean prefix = end == at + 1 && text.at(end) == '\'' && "eEnNbBxX".indexOf(c) >= 0;
        if (prefix) {
            value(endOfQuoted(end, escapes || c == 'e' || c == 'E'));
        } else {
            word(end);
        }
    }

    private void readSign(char c) {
        int end = text.endOfWord(at + 1);
        boolean doubled = c == ':' && text.at(at + 1) == ':';
        if (c == '?' || !doubled && end > at + 1 && (c == ':' || c == '$' && Character.isDigit(text.at(at + 1)))) {
            value(end);
        } else if (c == '$' && text.at(end) == '$') {
            value(text.after(text.text().substring(at, end + 1), end + 1));
        } else {
            doubts += c == '\\' ? 1 : 0;
            shape.sign(c, doubled);
            at += doubled ? 2 : 1;
        }
    }

    private void value(int end) {
        shape.value();
        at = end;
    }

    private void word(int end) {
        shape.word(text.text(), at, end);
        at = end;
    }

    private void skip(int end) {
        shape.blank();
        at = end;
    }
}
