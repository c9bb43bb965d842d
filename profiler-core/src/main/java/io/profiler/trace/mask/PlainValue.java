// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/**
 * A value that nothing is around.
 *
 * @param bracket the innermost bracket it is in
 * @param header whether it is that of a header with several values
 * @param depth how deep its operator is escaped
 */
record PlainValue(ReadText text, char bracket, boolean header, int depth) {

    private static final String OPENERS = "[({";
    private static final String CLOSERS = "])}";

    int end(int from, int to) {
        boolean chosen = bracket == ReadText.NONE && looksChosen(from, to);
        int open = 0;
        boolean quoted = false;
        for (int at = from; at < to; at++) {
            if (text.at(at) == '"' && (quoted || "=:".indexOf(text.at(at - 1)) >= 0)) {
                quoted = !quoted;
            } else if (open == 0 && text.depth(at) <= depth && (ends(from, at) || chosen && isProse(at))) {
                return at;
            }
            open += OPENERS.indexOf(text.at(at)) >= 0 ? 1 : 0;
            open -= open > 0 && CLOSERS.indexOf(text.at(at)) >= 0 ? 1 : 0;
        }
        return to;
    }

    private boolean ends(int from, int at) {
        return switch (text.at(at)) {
            case '\n', '\r' -> !isContinued(at);
            case ']', ')', '}' -> isOwnCloser(at) && isDelimiter(text, at + 1);
            case '"', '\'', '`' -> at > from && isDelimiter(text, at + 1);
            case '&' -> !header && Pairs.beginAt(text, at + 1, false);
            case ';' -> !header && (text.isBlank(at + 1) || Pairs.beginAt(text, at + 1, false));
            case ',' -> !header && Pairs.beginAt(text, at + 1, true);
            case ' ', '\t' -> !header && Pairs.beginAt(text, at + 1, false);
            case '.' -> !header && text.isBlank(at + 1) && Character.isUpperCase(text.at(at + 2));
            default -> false;
        };
    }

    /** A line of a header that begins with a blank, and a list's next element, go on with the value. */
    private boolean isContinued(int at) {
        int next = text.isEndOfLine(at + 1) ? at + 2 : at + 1;
        boolean folded = header && text.isBlank(next) && !text.has("at ", next + 1);
        while (text.isBlank(next)) {
            next++;
        }
        return folded || text.at(next) == '-' && text.isBlank(next + 1) && !Pairs.beginAt(text, next + 2, true);
    }

    boolean isOwnCloser(int at) {
        int closer = CLOSERS.indexOf(text.at(at));
        return closer >= 0 && OPENERS.charAt(closer) == bracket;
    }

    static boolean isDelimiter(ReadText text, int at) {
        return at >= text.length() || " \t\n\r,;.:!?])}\"'`>|&".indexOf(text.at(at)) >= 0;
    }

    /** A value that looks chosen is over where words follow; any other may be a passphrase. */
    private boolean isProse(int blank) {
        if (header || !text.isBlank(blank) || text.at(blank - 1) == ',' || !text.isLetterOrDigit(blank + 1)) {
            return false;
        }
        int end = blank + 1;
        while (Character.isLowerCase(text.at(end))) {
            end++;
        }
        return isDelimiter(text, end);
    }

    private boolean looksChosen(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.isBlank(at)) {
                return false;
            }
            if (!Character.isLowerCase(text.at(at))) {
                return true;
            }
        }
        return false;
    }
}
