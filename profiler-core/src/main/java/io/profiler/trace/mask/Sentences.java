// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Locale;
import java.util.Set;

/** Secrets that follow their name without an operator: {@code password 'x'}, {@code --token x}, {@code OTP is 123456}. */
final class Sentences implements SecretFinder {

    private static final int MIN_CHOSEN = 6;
    private static final int MIN_CODE = 4;

    private static final Set<String> LINKS = Set.of(
            "is",
            "was",
            "to",
            "as",
            "from",
            "equals",
            "value",
            "set",
            "by",
            "with",
            "of",
            "currently",
            "now",
            "changed",
            "updated",
            "like",
            "in",
            "has");

    private static final Set<String> BETWEEN =
            Set.of("to", "but", "was", "got", "is", "not", "instead", "of", "expected", "found", "into");

    /** What these name is spoken of more often than it is shown. */
    private static final Set<String> SPOKEN_OF = Set.of(
            "cookie", "cookies", "credential", "credentials", "signature", "signatures", "authorization", "hmac");

    private static final Set<String> COMMANDS = Set.of("AUTH", "PASS");

    private static final Set<String> LAST_WORDS = Set.of("code", "key", "id", "word", "phrase", "assertion", "by");

    private static final Set<String> AFTER_FOUND = Set.of("at", "in", "on", "near", "not", "does", "is", "already");

    private final SecretNames names;

    Sentences(SecretNames names) {
        this.names = names;
    }

    @Override
    public void find(ReadText text, Cover cover) {
        for (int from = 0; from < text.length(); ) {
            int to = Words.endOfName(text, from);
            boolean word = text.isBlank(to) || isQuotedName(text, from, to) || isQuotedOption(text, from, to);
            boolean isName = word && to - from > 1 && (to - from <= Words.MAX_LENGTH || text.has("-p", from));
            from = Math.max(from + 1, isName ? cover(text, from, to, cover) : to);
        }
    }

    /** As in {@code property 'password' value 'x'}. */
    private static boolean isQuotedName(ReadText text, int from, int to) {
        return isQuote(text, to) && text.at(from - 1) == text.at(to) && text.has(" value ", to + 1);
    }

    /** As in the text of a list of arguments. */
    private static boolean isQuotedOption(ReadText text, int from, int to) {
        return text.at(from) == '-' && (text.at(to) == ',' || text.at(to) == '"');
    }

    /** Where to go on: a value is looked through once. */
    private int cover(ReadText text, int from, int to, Cover cover) {
        String name = text.substring(from, to);
        if (text.at(from) == '-') {
            new Option(text, name, to).cover(names, cover);
            return to;
        }
        return isSecret(text, name, from) ? coverWord(text, name.toLowerCase(Locale.ROOT), to, cover) : to;
    }

    private boolean isSecret(ReadText text, String name, int from) {
        String word = name.toLowerCase(Locale.ROOT);
        if (LAST_WORDS.contains(word)) {
            String before = Words.wordBefore(text, from);
            return names.endsPhrase(before + word) || word.equals("by") && before.equals("identified");
        }
        return isName(name, word)
                && !(word.startsWith("token") && Vocabulary.isOfParsers(Words.wordBefore(text, from)));
    }

    /** One word, or several that are joined; in capitals also what servers call their commands. */
    private boolean isName(String name, String word) {
        boolean several = name.indexOf('_') > 0 || name.indexOf('-') > 0;
        return several ? names.contains(name) : names.isName(word) || COMMANDS.contains(name);
    }

    private int coverWord(ReadText text, String name, int to, Cover cover) {
        int from = Words.afterWords(text, isQuote(text, to) ? to + 1 : to, LINKS);
        boolean quoted = isQuote(text, from) || text.at(from) == '(' && isQuote(text, from + 1);
        int end = quoted ? closingQuote(text, from, from + HarmlessValue.MAX_LENGTH) : Words.endOfWord(text, from);
        String value = text.substring(from, end);
        boolean secret = quoted
                ? isQuotedSecret(text, name, value, end)
                : Vocabulary.looksChosen(value, MIN_CHOSEN) || isCode(name, value);
        return secret && !HarmlessValue.is(value, Secrecy.CERTAIN)
                ? coverWhole(text, from, quoted ? closingQuote(text, from, text.length()) : end, quoted, cover)
                : to;
    }

    private static int coverWhole(ReadText text, int from, int end, boolean quoted, Cover cover) {
        coverValue(text, from, end, cover);
        return coverNext(text, quoted, end, cover);
    }

    /** As in {@code changed from 'x' to 'y'}, and {@code expected 'x' but was 'y'}. */
    private static int coverNext(ReadText text, boolean quoted, int end, Cover cover) {
        int from = quoted ? Words.afterWords(text, end, BETWEEN) : end;
        if (from == end || !isQuote(text, from)) {
            return end;
        }
        int next = closingQuote(text, from, text.length());
        coverValue(text, from, next, cover);
        return next;
    }

    private static void coverValue(ReadText text, int from, int to, Cover cover) {
        new AssignedValue(text, ReadText.NONE, false, false, text.depth(from)).cover(from, to, cover);
    }

    private static boolean isQuote(ReadText text, int at) {
        return "\"'`".indexOf(text.at(at)) >= 0;
    }

    private static int closingQuote(ReadText text, int from, int limit) {
        return isQuote(text, from)
                ? QuotedValue.closingQuote(text, from, Math.min(text.length(), limit))
                : new AssignedValue(text, ReadText.NONE, false, false, text.depth(from)).end(from, limit);
    }

    private static boolean isQuotedSecret(ReadText text, String name, String value, int end) {
        boolean found = (name.startsWith("token") || name.startsWith("secret"))
                && AFTER_FOUND.contains(Words.wordAfter(text, end))
                && !Vocabulary.looksChosen(value, MIN_CHOSEN);
        return !found && !SPOKEN_OF.contains(name) && value.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isCode(String name, String value) {
        return !SPOKEN_OF.contains(name)
                && !name.startsWith("token")
                && value.length() >= MIN_CODE
                && value.chars().allMatch(Character::isDigit);
    }
}
