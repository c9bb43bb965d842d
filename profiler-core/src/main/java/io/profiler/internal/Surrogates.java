// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

/** Halves of characters that take two. Of those that stand alone, no store can keep any. */
public final class Surrogates {

    private Surrogates() {}

    /**
     * Whether there are any, alone or not; mostly there are none.
     *
     * @param text looked through to its end
     * @return false for almost any text
     */
    public static boolean areIn(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The beginning of a text, with no character cut in two.
     *
     * @param length how many chars at most; more than 0, and no more than there are
     * @return one char less if the last one would be half a character
     */
    public static String beginning(CharSequence text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.subSequence(0, end).toString();
    }
}
