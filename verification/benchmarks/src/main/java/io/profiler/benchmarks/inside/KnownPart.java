// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Work of one kind, some microseconds of it. There are so many kinds that the JVM makes none a part of what calls it. */
interface KnownPart {

    /** Works, and comes to something. */
    long work(long seed);

    /** Small methods of the JDK. */
    final class Words implements KnownPart {

        private static final int KEYS = 40;

        @Override
        public long work(long seed) {
            Map<String, Integer> map = new HashMap<>();
            for (int key = 0; key < KEYS; key++) {
                map.put("key" + (seed + key), key);
            }
            StringBuilder text = new StringBuilder();
            for (Map.Entry<String, Integer> entry : map.entrySet()) {
                text.append(entry.getKey()).append('=').append(entry.getValue()).append(',');
            }
            return seed + text.toString().hashCode();
        }
    }

    /** One large method of the JDK. */
    final class Sort implements KnownPart {

        private static final int NUMBERS = 500;

        @Override
        public long work(long seed) {
            int[] numbers = new int[NUMBERS];
            int number = (int) seed;
            for (int i = 0; i < numbers.length; i++) {
                number = number * 1_103_515_245 + 12_345;
                numbers[i] = number;
            }
            Arrays.sort(numbers);
            return seed + numbers[NUMBERS / 2];
        }
    }

    /** Recursion. */
    final class Walk implements KnownPart {

        private static final int DEPTH = 18;

        @Override
        public long work(long seed) {
            return work(seed, DEPTH);
        }

        private static long work(long seed, int depth) {
            return depth < 2 ? seed ^ depth : work(seed + depth, depth - 1) + work(seed - depth, depth - 2);
        }
    }

    /** A loop without calls. */
    final class Loop implements KnownPart {

        private static final int STEPS = 200_000;

        @Override
        public long work(long seed) {
            long bits = seed;
            for (int i = 0; i < STEPS; i++) {
                bits ^= bits << 13;
                bits ^= bits >>> 7;
                bits ^= bits << 17;
            }
            return bits;
        }
    }

    /** A loop, and a method so short that the JVM makes it a part of that. Each step needs the one before: as many take as long in both. */
    final class Digest implements KnownPart {

        /** How much there is in all for one of the loop's own. */
        static final int MIXED_AND_OWN = 3;

        private static final int STEPS = 2_000;
        private static final int OWN = 2;
        private static final int MIXED = (MIXED_AND_OWN - 1) * OWN;

        @Override
        public long work(long seed) {
            long bits = seed;
            for (int i = 0; i < STEPS; i++) {
                bits = mix(bits);
                for (int step = 0; step < OWN; step++) {
                    bits ^= bits << 13;
                    bits ^= bits >>> 7;
                    bits ^= bits << 17;
                }
            }
            return bits;
        }

        private static long mix(long seed) {
            long bits = seed;
            for (int step = 0; step < MIXED; step++) {
                bits ^= bits << 13;
                bits ^= bits >>> 7;
                bits ^= bits << 17;
            }
            return bits;
        }
    }
}
