// SPDX-License-Identifier: Apache-2.0
package io.profiler.internal;

/** How many letters to insert, remove, replace, or swap with their neighbour, to make one word of another. */
public final class EditDistance {

    private EditDistance() {}

    /**
     * The distance of two words, whichever comes first.
     *
     * @param one a word, of a length whose product with the other's is small
     * @param other another
     * @return 0 if they are equal
     */
    public static int between(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, one, i, other, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int least(int[][] steps, String one, int i, String other, int j) {
        int changed = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
