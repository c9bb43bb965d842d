// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Locale;

/** The content of markup whose tag names a secret: {@code <password>x</password>}, {@code <entry key="token">x</entry>}. */
final class Elements implements SecretFinder {

    private static final int MAX_TAG = 256;

    /** Content that is not closed is looked for so often in the whole text, and then only near its tag. */
    private static final int MOST_UNCLOSED = 16;

    private static final int NEAR = 2048;

    private final SecretNames names;

    Elements(SecretNames names) {
        this.names = names;
    }

    @Override
    public void find(ReadText text, Cover cover) {
        int unclosed = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = text.at(at) == '<' && Character.isLetter(text.at(at + 1)) ? endOfTag(text, at) : -1;
            if (end >= 0 && text.at(end - 1) != '/') {
                int close = cover(text, at, end, unclosed < MOST_UNCLOSED ? text.length() : end + NEAR, cover);
                unclosed += close < 0 ? 1 : 0;
                at = Math.max(at, close);
            }
        }
    }

    private static int endOfTag(ReadText text, int from) {
        for (int at = from + 1; at < from + MAX_TAG && text.at(at) != '<'; at++) {
            if (text.at(at) == '>') {
                return at;
            }
        }
        return -1;
    }

    /** Where the element is closed, -1 if it is not, 0 if it is not secret. */
    private int cover(ReadText text, int tag, int end, int limit, Cover cover) {
        int nameEnd = tag + 1;
        while (AssignedName.isPartOfName(text.at(nameEnd)) || text.at(nameEnd) == ':') {
            nameEnd++;
        }
        String name = text.substring(tag + 1, nameEnd);
        boolean secret = names.contains(name.substring(name.lastIndexOf(':') + 1));
        if (!secret && !isNamedSecret(text, nameEnd, end, cover)) {
            return 0;
        }
        int close = text.find(secret ? "</" + name.toLowerCase(Locale.ROOT) : "</", end, limit);
        int to = close < 0 ? endOfLongWord(text, end + 1) : close;
        if (to > 0
                && !HarmlessValue.is(
                        text.substring(end + 1, Math.min(to, end + HarmlessValue.MAX_LENGTH)),
                        Secrecy.UNLESS_SHORT_NUMBER)) {
            cover.add(end + 1, to);
        }
        return close;
    }

    /** Without the end of the element a tag is a placeholder, or the type of something, unless the text is cut off. */
    private static int endOfLongWord(ReadText text, int from) {
        int to = Words.endOfWord(text, from);
        return to - from > HarmlessValue.MAX_LENGTH ? to : -1;
    }

    /** Whether an attribute's value is a secret name; the value beside it is not shown. */
    private boolean isNamedSecret(ReadText text, int from, int end, Cover cover) {
        NamedValue object = new NamedValue(0);
        boolean secret = false;
        for (int at = from; at < end; at++) {
            AssignedName name = text.at(at) == '=' ? AssignedName.before(text, at) : null;
            if (name != null) {
                AssignedValue value = new AssignedValue(text, ReadText.NONE, false, false, text.depth(at));
                secret |= object.seePair(name, value, at + 1, names, cover);
            }
        }
        return secret;
    }
}
