// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** Values that come before the name of what they were meant for: {@code value 'x' for property 'password'}. */
final class RejectedValues implements SecretFinder {

    private static final String VALUE = "value ";
    private static final String OPENERS = "\"'`[";
    private static final int SHORT = 256;
    private static final int MAX_NAME = 64;

    private final SecretNames names;

    RejectedValues(SecretNames names) {
        this.names = names;
    }

    @Override
    public void find(ReadText text, Cover cover) {
        int[] lookedThrough = new int[OPENERS.length()];
        for (int at = text.find(VALUE, 0); at >= 0; at = text.find(VALUE, at + 1)) {
            int from = at + VALUE.length();
            int opener = OPENERS.indexOf(text.at(from));
            int to = opener < 0 ? -1 : end(text, from, opener, lookedThrough);
            if (to >= 0 && isMeantForSecret(text, to)) {
                cover.add(from + 1, to - 1);
            }
        }
    }

    /** What was looked through for the end of a long value is not looked through again for another that begins in it. */
    private static int end(ReadText text, int from, int opener, int[] lookedThrough) {
        AssignedValue value = new AssignedValue(text, ReadText.NONE, false, false, text.depth(from));
        int near = value.end(from, from + SHORT);
        if (near < from + SHORT || from < lookedThrough[opener]) {
            return near;
        }
        lookedThrough[opener] = value.end(from, text.length());
        return lookedThrough[opener];
    }

    /** After "for" or "of", and at most one word more, comes the name. */
    private boolean isMeantForSecret(ReadText text, int after) {
        int link = afterQuotes(text, after);
        if (!text.has("for ", link) && !text.has("of ", link)) {
            return false;
        }
        int at = link;
        for (int words = 0; words < 4; words++) {
            int end = endOfWord(text, at);
            if (words > 0 && names.contains(text.substring(at, end))) {
                return true;
            }
            at = afterQuotes(text, end);
        }
        return false;
    }

    private static int endOfWord(ReadText text, int from) {
        int at = from;
        while (at - from < MAX_NAME && AssignedName.isPartOfName(text.at(at))) {
            at++;
        }
        return at;
    }

    private static int afterQuotes(ReadText text, int index) {
        int at = index;
        while (at - index < MAX_NAME && (text.isBlank(at) || "\"'`[]".indexOf(text.at(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
