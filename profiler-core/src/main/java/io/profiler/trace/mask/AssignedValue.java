// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** How far the value of a secret name goes. In doubt it goes on: what is masked too much can be asked for. */
final class AssignedValue {

    private static final String QUOTES = "\"'`“‘";
    private static final String OPENERS = "[({";
    private static final String CLOSERS = "])}";
    private static final int MAX_EMPTY_LINES = 200;

    private final ReadText text;
    private final boolean parameter;
    private final int depth;
    private final PlainValue plain;

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
        this.parameter = parameter;
        this.depth = depth;
        this.plain = new PlainValue(text, bracket, header, depth);
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
            return QuotedValue.end(text, from, to);
        }
        if (OPENERS.indexOf(text.at(from)) >= 0) {
            int end = bracketEnd(from, to);
            return end < to && isPartOfValue(end) ? plain.end(end, to) : end;
        }
        return plain.end(from, to);
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
                    || (present == '\'' || present == ',' || plain.isOwnCloser(at))
                            && PlainValue.isDelimiter(text, at + 1);
            if (ends && text.depth(at) <= depth) {
                return at;
            }
        }
        return to;
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
}
