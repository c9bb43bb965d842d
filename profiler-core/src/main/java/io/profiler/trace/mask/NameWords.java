// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/**
 * The words of a name, in lower case and joined: {@code db.userPassword2} is {@code dbuserpassword2}, with words that end
 * after {@code db}, {@code user}, {@code password} and {@code 2}.
 */
final class NameWords {

    private static final int MAX_LENGTH = 64;

    private final StringBuilder joined = new StringBuilder();
    private final boolean[] ends = new boolean[MAX_LENGTH + 1];

    private NameWords() {}

    static NameWords of(CharSequence name) {
        NameWords words = new NameWords();
        for (int i = Math.max(0, name.length() - MAX_LENGTH); i < name.length(); i++) {
            words.add(name, i);
        }
        words.ends[words.joined.length()] = true;
        return words;
    }

    private void add(CharSequence name, int index) {
        char present = name.charAt(index);
        if (!Character.isLetterOrDigit(present)) {
            ends[joined.length()] = true;
            return;
        }
        if (index > 0 && isHump(name, index)) {
            ends[joined.length()] = true;
        }
        joined.append(Character.toLowerCase(present));
    }

    /** As before the P of userPassword, before the K of APIKey, and before a number. */
    private static boolean isHump(CharSequence name, int index) {
        char before = name.charAt(index - 1);
        char present = name.charAt(index);
        if (Character.isDigit(present) || Character.isDigit(before)) {
            return Character.isDigit(present) != Character.isDigit(before);
        }
        return Character.isUpperCase(present)
                && (Character.isLowerCase(before)
                        || index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1)));
    }

    String joined() {
        return joined.toString();
    }

    boolean endsAt(int index) {
        return ends[index];
    }

    /** What is left of a word from a place within it. */
    String rest(int from) {
        int to = from;
        while (!ends[to]) {
            to++;
        }
        return joined.substring(from, to);
    }

    String last() {
        int from = joined.length();
        do {
            from--;
        } while (from > 0 && !ends[from]);
        return joined.substring(Math.max(0, from));
    }
}
