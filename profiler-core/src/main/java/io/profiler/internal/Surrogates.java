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
}
