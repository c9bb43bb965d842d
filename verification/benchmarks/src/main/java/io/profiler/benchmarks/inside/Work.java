// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a request does: maps, texts and arithmetic in small methods, under as many calls as a server makes. */
final class Work {

    private static final int DEPTH = 80;
    private static final int KEYS = 40;
    private static final int NUMBERS = 200;

    private long sum;
    private long steps;

    /** Does steps until it is told to stop, and says how many. */
    long until(long endNanos) {
        steps = 0;
        down(DEPTH, endNanos);
        return steps;
    }

    private void down(int depth, long endNanos) {
        if (depth > 0) {
            down(depth - 1, endNanos);
            return;
        }
        while (System.nanoTime() - endNanos < 0) {
            sum += render((int) steps) + sort((int) steps);
            steps++;
        }
    }

    private static long render(int seed) {
        Map<String, Integer> map = new HashMap<>();
        for (int key = 0; key < KEYS; key++) {
            map.put("key" + (seed + key), key);
        }
        StringBuilder text = new StringBuilder();
        map.forEach((key, value) -> text.append(key).append('=').append(value).append(','));
        return text.toString().hashCode();
    }

    private static long sort(int seed) {
        int[] numbers = new int[NUMBERS];
        int number = seed;
        for (int i = 0; i < numbers.length; i++) {
            number = number * 1_103_515_245 + 12_345;
            numbers[i] = number;
        }
        Arrays.sort(numbers);
        return numbers[NUMBERS / 2];
    }

    /** So that nothing of it is left out. */
    long sum() {
        return sum;
    }
}
