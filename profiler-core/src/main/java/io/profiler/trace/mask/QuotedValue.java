// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** A value in quotes, or several. */
final class QuotedValue {

    private QuotedValue() {}

    /** A list of quoted values is one value. */
    static int end(ReadText text, int from, int to) {
        int end = closingQuote(text, from, to);
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
            end = closingQuote(text, next, to);
        }
        return end;
    }

    /** A quote inside a value is either doubled or goes on with a letter. */
    static int closingQuote(ReadText text, int from, int to) {
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
}
