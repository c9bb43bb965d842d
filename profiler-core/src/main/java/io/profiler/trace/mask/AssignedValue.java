// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** How far the value of a secret name goes. In doubt it goes on: what is masked too much can be asked for. */
final class AssignedValue {

    private static final String QUOTES = "\"'`“‘";
    private static final String OPENERS = "[({";
    private static final String CLOSERS = "])}";
    private static final int MAX_EMPTY_LINES = 200;

    private final ReadText text;
    private final char bracket;
    private final boolean header;
    private final boolean parameter;
    private final int depth;

    /**
     * A value.
     *
     * @param bracket the innermost bracket it is in
     * @param header whether it is that of a header with several values
     * @param parameter whether it is that of a parameter in a URL
     * @param depth how deep its operator is escaped
     */
    AssignedValue(ReadText text, char bracket, boolean header, boolean parameter, int depth) {
        this.text = text;
        this.bracket = bracket;
        this.header = header;
        this.parameter = parameter;
        this.depth = depth;
    }

    /** Where the value after an operator begins, maybe on the next line; -1 if another assignment comes first. */
    static int start(ReadText text, int operator) {
        int at = operator + 1;
        while ("=>~".indexOf(text.at(at)) >= 0) {
            at++;
        }
        while (text.isBlank(at) || text.at(at) == '+' && text.isBlank(at - 1)) {
            at++;
        }
        int line = at;
        while (at - line < MAX_EMPTY_LINES && (text.isEndOfLine(at) || at > line && isIndent(text, at))) {
            at++;
        }
        return at >= text.length() || at > line && Pairs.beginAt(text, at, true) ? -1 : at;
    }

    private static boolean isIndent(ReadText text, int at) {
        return text.isBlank(at) || text.at(at) == '-' && text.isBlank(at + 1);
    }

    /** The quotes around it stay. */
    void cover(int from, int to, Cover cover) {
        boolean quoted = to - from > 2 && isQuoted(from) && text.at(to - 1) == text.at(from);
        if (!text.has(SecretMask.MASK, from)) {
            cover.add(quoted ? from + 1 : from, quoted ? to - 1 : to);
        }
    }

    private boolean isQuoted(int from) {
        return !parameter && QUOTES.indexOf(text.at(from)) >= 0;
    }

    int end(int from, int limit) {
        int to = Math.min(limit, text.length());
        if (parameter) {
            return parameterEnd(from, to);
        }
        if (isQuoted(from)) {
            return quotedEnd(from, to);
        }
        if (OPENERS.indexOf(text.at(from)) >= 0) {
            int end = bracketEnd(from, to);
            return end < to && isPartOfValue(end) ? plainEnd(end, to) : end;
        }
        return plainEnd(from, to);
    }

    private boolean isPartOfValue(int at) {
        return text.isLetterOrDigit(at) || "$!#*+/".indexOf(text.at(at)) >= 0;
    }

    private int parameterEnd(int from, int to) {
        for (int at = from; at < to; at++) {
            char present = text.at(at);
            boolean ends = present == '&'
                    || present == ';' && Pairs.beginAt(text, at + 1, false)
                    || "#\"<> \n\r\t".indexOf(present) >= 0
                    || (present == '\'' || present == ',' || isOwnCloser(at)) && isDelimiter(at + 1);
            if (ends && text.depth(at) <= depth) {
                return at;
            }
        }
        return to;
    }

    /** A list of quoted values is one value. */
    private int quotedEnd(int from, int to) {
        int end = closingQuote(from, to);
        while (end < to && text.at(end) == ',') {
            int next = end + 1;
            while (text.isBlank(next)) {
                next++;
            }
            if (text.at(next) != text.at(from)
                    || text.depth(next) != text.depth(from)
                    || Pairs.beginAt(text, next, true)) {
                break;
            }
            end = closingQuote(next, to);
        }
        return end;
    }

    /** A quote inside a value is either doubled or goes on with a letter. */
    private int closingQuote(int from, int to) {
        char quote = closing(text.at(from));
        for (int at = from + 1; at < to; at++) {
            if (text.at(at) == quote && text.depth(at) == text.depth(from)) {
                if (text.at(at + 1) == quote && quote == '\'' && at > from + 1) {
                    at++;
                } else if (!text.isLetterOrDigit(at + 1)) {
                    return at + 1;
                }
            }
        }
        return to;
    }

    private static char closing(char quote) {
        return quote == '“' ? '”' : quote == '‘' ? '’' : quote;
    }

    private int bracketEnd(int from, int to) {
        char opener = text.at(from);
        char closer = CLOSERS.charAt(OPENERS.indexOf(opener));
        int open = 0;
        boolean quoted = false;
        for (int at = from; at < to; at++) {
            char present = text.at(at);
            quoted ^= present == '"' && text.depth(at) <= depth;
            open += quoted || present != opener ? 0 : 1;
            open -= quoted || present != closer ? 0 : 1;
            if (open == 0) {
                return at + 1;
            }
        }
        return to;
    }

    private int plainEnd(int from, int to) {
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
            case ']', ')', '}' -> isOwnCloser(at) && isDelimiter(at + 1);
            case '"', '\'', '`' -> at > from && isDelimiter(at + 1);
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

    private boolean isOwnCloser(int at) {
        int closer = CLOSERS.indexOf(text.at(at));
        return closer >= 0 && OPENERS.charAt(closer) == bracket;
    }

    private boolean isDelimiter(int at) {
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
        return isDelimiter(end);
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
