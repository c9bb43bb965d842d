// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

/** How many letters to insert, remove or replace to make one word of another (Levenshtein). */
final class EditDistance {

    private EditDistance() {}

    static int between(String one, String other) {
        int[] distances = new int[other.length() + 1];
        for (int j = 0; j < distances.length; j++) {
            distances[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            next(distances, i, one.charAt(i - 1), other);
        }
        return distances[other.length()];
    }

    private static void next(int[] distances, int row, char letter, String other) {
        int diagonal = distances[0];
        distances[0] = row;
        for (int j = 1; j < distances.length; j++) {
            int replaced = diagonal + (letter == other.charAt(j - 1) ? 0 : 1);
            diagonal = distances[j];
            distances[j] = Math.min(replaced, 1 + Math.min(diagonal, distances[j - 1]));
        }
    }
}
