// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Locale;
import java.util.Set;

/** The words of a sentence, around a place. */
final class Words {

    static final int MAX_LENGTH = 64;

    private static final int MAX_LINKS = 3;

    private Words() {}

    static int endOfName(ReadText text, int from) {
        int at = from;
        while (AssignedName.isPartOfName(text.at(at))) {
            at++;
        }
        return at;
    }

    static int afterWords(ReadText text, int index, Set<String> words) {
        int at = afterBlanks(text, index);
        for (int links = 0; links < MAX_LINKS; links++) {
            int end = endOfName(text, at);
            if (end - at > MAX_LENGTH || !words.contains(text.substring(at, end).toLowerCase(Locale.ROOT))) {
                break;
            }
            at = afterBlanks(text, end);
        }
        return at;
    }

    static int afterBlanks(ReadText text, int index) {
        int at = index;
        while (text.isBlank(at)) {
            at++;
        }
        return at;
    }

    /** Without the point at the end of a sentence. */
    static int endOfWord(ReadText text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n,;\"'`)]}>".indexOf(text.at(at)) < 0) {
            at++;
        }
        return at > from && ".!?:".indexOf(text.at(at - 1)) >= 0 ? at - 1 : at;
    }

    static String wordBefore(ReadText text, int from) {
        int end = text.isBlank(from - 1) ? from - 1 : from;
        int start = end;
        while (end - start < MAX_LENGTH && text.isLetterOrDigit(start - 1)) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    static String wordAfter(ReadText text, int index) {
        int from = afterBlanks(text, index);
        int end = endOfName(text, from);
        return end - from > MAX_LENGTH ? "" : text.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
