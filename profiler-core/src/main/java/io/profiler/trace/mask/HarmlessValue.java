// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Values of secret names that are none: nothing, placeholders, masks, and what is said about a secret. */
final class HarmlessValue {

    /** What is longer is no remark. */
    static final int MAX_LENGTH = 200;

    private static final int LENGTH_OF_A_CHOSEN_WORD = 6;
    private static final int LENGTH_OF_A_GUESSED_SECRET = 6;
    private static final int MIN_CODE = 4;
    private static final int MAX_CODE = 8;
    private static final Pattern CALL = Pattern.compile("[A-Za-z_]+(\\.[A-Za-z_]+)+\\([^()]*\\);?");
    private static final Pattern METHOD =
            Pattern.compile("([A-Za-z_]+ )?[A-Za-z_]+\\(([A-Za-z_]+(, ?[A-Za-z_]+)*)?\\)");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z_ .-]+>");
    private static final Pattern PARAMETER = Pattern.compile("[:$@][a-zA-Z0-9_]{1,20}");
    private static final Pattern CROSSES = Pattern.compile("[xX]{3,}");
    private static final Pattern SIZE = Pattern.compile("(size|length)=\\d{1,4}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_-]+");
    private static final String AROUND = "\"'`“”‘’[](){}<>* \t\r\n,.;!";

    private final String value;
    private final Secrecy secrecy;

    private HarmlessValue(String value, Secrecy secrecy) {
        this.value = value;
        this.secrecy = secrecy;
    }

    /**
     * Whether it is one.
     *
     * @param value the value, with quotes and brackets around it, cut where it is longer than {@link #MAX_LENGTH}
     */
    static boolean is(String value, Secrecy secrecy) {
        String stripped = stripped(value);
        return isPlaceholder(value.strip(), stripped) || new HarmlessValue(stripped, secrecy).isHarmless(value);
    }

    private static String stripped(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && AROUND.indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && AROUND.indexOf(value.charAt(to - 1)) >= 0) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isPlaceholder(String value, String stripped) {
        return stripped.isEmpty()
                || value.startsWith(SecretMask.MASK)
                || isRow(stripped)
                || TAG.matcher(value).matches()
                || value.startsWith("${") && value.endsWith("}")
                || value.startsWith("{{") && value.endsWith("}}")
                || value.startsWith("%s")
                || value.startsWith("?") && (value.length() == 1 || !Character.isLetterOrDigit(value.charAt(1)))
                || PARAMETER.matcher(value).matches();
    }

    /** As {@code xxxx}. */
    private static boolean isRow(String value) {
        return value.chars().allMatch(c -> c == value.charAt(0))
                && ("•·●#?-_…".indexOf(value.charAt(0)) >= 0
                        || CROSSES.matcher(value).matches());
    }

    private boolean isHarmless(String whole) {
        boolean number = isNumber(value);
        return switch (secrecy) {
            case NONE -> true;
            case PERHAPS -> number || isRemark() || !looksDrawn(whole);
            case IF_CODE -> !number || value.length() < MIN_CODE || value.length() > MAX_CODE;
            case UNLESS_NUMBER -> number || isRemark() || isCode(whole);
            case UNLESS_SHORT_NUMBER -> number && value.length() < MIN_CODE || isPlainRemark() || isCode(whole);
            case CERTAIN -> isPlainRemark() || CALL.matcher(whole).matches();
        };
    }

    /** A call, or the signature of a method. */
    private static boolean isCode(String whole) {
        return CALL.matcher(whole).matches() || METHOD.matcher(whole).matches();
    }

    private boolean looksDrawn(String whole) {
        boolean quoted = "\"'".indexOf(whole.charAt(0)) >= 0;
        return value.indexOf(' ') < 0 && (quoted || Vocabulary.looksChosen(value, LENGTH_OF_A_GUESSED_SECRET));
    }

    /** Says nothing but what is known: a passphrase may begin like a remark, and a PIN stand where a number may. */
    private boolean isPlainRemark() {
        return SIZE.matcher(value).matches() || isRemark() && areKnownWords();
    }

    private boolean areKnownWords() {
        return Arrays.stream(BETWEEN_WORDS.split(value))
                .allMatch(word -> Vocabulary.isOfRemarks(word) || word.length() < MIN_CODE && isNumber(word));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /** Says something in words, none of which looks like a secret itself. */
    private boolean isRemark() {
        String[] words = BETWEEN_WORDS.split(value);
        if (words.length == 0 || value.length() >= MAX_LENGTH || !Vocabulary.isHarmless(words[0])) {
            return false;
        }
        for (String word : words) {
            if (Character.isLetter(word.isEmpty() ? '0' : word.charAt(0))
                    && Vocabulary.looksChosen(word, LENGTH_OF_A_CHOSEN_WORD)) {
                return false;
            }
        }
        return value.chars().noneMatch(c -> c == '"' || c == '\'' || c == '[');
    }
}
