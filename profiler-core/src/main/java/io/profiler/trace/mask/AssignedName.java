// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name before an operator.
 *
 * @param list whether it is a list of names in brackets, as databases write it
 */
record AssignedName(ReadText text, int from, int to, boolean list) {

    private static final int MAX_BLANKS = 8;
    private static final int MAX_CLOSERS = 4;
    private static final int MAX_LIST = 200;
    private static final String CLOSERS = "\"'`])*";
    private static final Pattern NO_PART_OF_NAME = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /** Secret only with a value that looks so, since much else has these names. */
    private static final Set<String> PERHAPS =
            Set.of("pass", "pw", "auth", "sid", "session", "sig", "nonce", "assertion");

    /** Secret also where they have three digits. */
    private static final Set<String> ALWAYS = Set.of("cvv", "cvc", "otp", "ssn");

    static @Nullable AssignedName before(ReadText text, int operator) {
        int end = beforeBlanks(text, "-!\\".indexOf(text.at(operator - 1)) >= 0 ? operator - 1 : operator);
        if (text.at(end - 1) == ')' && text.at(operator + 1) == '(') {
            return listBefore(text, end - 1);
        }
        for (int closers = 0; closers < MAX_CLOSERS && CLOSERS.indexOf(text.at(end - 1)) >= 0; closers++) {
            end--;
        }
        end -= text.at(end) == ']' && text.at(end - 1) == '[' ? 1 : 0;
        int from = startOf(text, end);
        if (from < end && text.at(from - 1) == '[' && isNumber(text, from, end)) {
            end = from - 1;
            from = startOf(text, end);
        }
        return from == end ? null : new AssignedName(text, from, end, false);
    }

    private static int beforeBlanks(ReadText text, int end) {
        int at = end;
        while (end - at < MAX_BLANKS && text.isBlank(at - 1)) {
            at--;
        }
        return at;
    }

    private static @Nullable AssignedName listBefore(ReadText text, int end) {
        for (int at = end - 1; at > end - MAX_LIST && at > 0; at--) {
            if (text.at(at) == '(' && text.isBlank(at - 1)) {
                return new AssignedName(text, at + 1, end, true);
            }
        }
        return null;
    }

    private static int startOf(ReadText text, int end) {
        return startOf(text, end, end);
    }

    /** Not more than so many characters before its end. */
    static int startOf(ReadText text, int end, int most) {
        int at = end;
        while (end - at < most && isPartOfName(text.at(at - 1))) {
            at--;
        }
        return at;
    }

    static boolean isPartOfName(char character) {
        return Character.isLetterOrDigit(character)
                || character == '_'
                || character == '-'
                || character == '.'
                || character == '$';
    }

    private static boolean isNumber(ReadText text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Character.isDigit(text.at(at))) {
                return false;
            }
        }
        return true;
    }

    private String name() {
        return text.substring(from, to);
    }

    /** Whether it is the name of a parameter in the query of a URL. */
    boolean isParameter(boolean isQuery) {
        char before = text.at(from - 1);
        return before == '?'
                || before == '&' && text.at(from - 2) != '&'
                || isQuery && (from == 0 || before == ';' || before == '[');
    }

    boolean isOneOf(Set<String> known) {
        return known.contains(joined());
    }

    String joined() {
        return NameWords.of(name()).joined();
    }

    /** Whether a header of this name holds several values, up to the end of the line. */
    boolean isHeader() {
        String last = NameWords.of(name()).last();
        return last.equals("authorization") || last.equals("cookie") || last.equals("cookies");
    }

    Secrecy secrecy(SecretNames names, boolean parameter) {
        if (list) {
            return holdsSecret(names) ? Secrecy.CERTAIN : Secrecy.NONE;
        }
        if (parameter && names.containsParameter(name())) {
            return Secrecy.CERTAIN;
        }
        String last = NameWords.of(name()).last();
        if (names.contains(name()) || names.endsPhrase(phrase())) {
            return last.startsWith("token") && Vocabulary.isOfParsers(wordBefore(from)) ? Secrecy.NONE : named(last);
        }
        return !names.hasNames() ? Secrecy.NONE : unnamed(last);
    }

    private static Secrecy named(String last) {
        if (last.contains("pass") || last.contains("pwd") || ALWAYS.contains(last)) {
            return Secrecy.CERTAIN;
        }
        return last.endsWith("s") ? Secrecy.UNLESS_NUMBER : Secrecy.UNLESS_SHORT_NUMBER;
    }

    private static Secrecy unnamed(String last) {
        if (last.equals("pin")) {
            return Secrecy.IF_CODE;
        }
        return PERHAPS.contains(last) ? Secrecy.PERHAPS : Secrecy.NONE;
    }

    private boolean holdsSecret(SecretNames names) {
        for (String word : NO_PART_OF_NAME.split(name(), -1)) {
            if (names.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** With up to two words before it. */
    private String phrase() {
        int start = from;
        for (int words = 0; words < 2 && text.at(start - 1) == ' '; words++) {
            start = startOf(text, start - 1, MAX_LIST - 1);
        }
        return text.substring(Math.max(0, start), to);
    }

    private String wordBefore(int index) {
        int end = beforeBlanks(text, index);
        return text.substring(startOf(text, end, MAX_LIST), end).toLowerCase(Locale.ROOT);
    }
}
