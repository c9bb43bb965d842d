// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** Where the next name with a value begins. */
final class Pairs {

    private static final int MAX_NAME = 64;
    private static final int MAX_BLANKS = 4;

    private Pairs() {}

    /**
     * Whether one begins at a place, after blanks.
     *
     * @param withColon whether {@code :} may stand for {@code =}
     */
    static boolean beginAt(ReadText text, int index, boolean withColon) {
        int from = afterFewBlanks(text, index);
        boolean quoted = text.at(from) == '"' || text.at(from) == '\'';
        int name = quoted ? from + 1 : from;
        int end = name;
        while (end - name < MAX_NAME && AssignedName.isPartOfName(text.at(end))) {
            end++;
        }
        if (end == name || quoted && text.at(end) != text.at(from)) {
            return false;
        }
        int operator = afterFewBlanks(text, quoted ? end + 1 : end);
        return text.at(operator) == '='
                || withColon
                        && text.at(operator) == ':'
                        && text.at(operator + 1) != ':'
                        && !text.has("//", operator + 1);
    }

    private static int afterFewBlanks(ReadText text, int index) {
        int at = index;
        while (at - index < MAX_BLANKS && text.isBlank(at)) {
            at++;
        }
        return at;
    }
}
