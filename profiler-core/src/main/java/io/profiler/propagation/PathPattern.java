// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Paths as Spring and Ant write them: {@code ?} is one sign, {@code *} any number of them in one segment, and {@code **}
 * any number of segments. Matching takes at most as many steps as the product of both lengths.
 */
final class PathPattern {

    private PathPattern() {}

    static boolean matches(String pattern, String path) {
        return matches(segments(pattern), segments(path), "**"::equals, PathPattern::isSegment);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isSegment(String pattern, String segment) {
        return pattern.equals(segment)
                || matches(signs(pattern), signs(segment), c -> c == '*', (p, c) -> p == '?' || p.equals(c));
    }

    private static List<Character> signs(String text) {
        return IntStream.range(0, text.length()).mapToObj(text::charAt).toList();
    }

    /** Goes back to the last part of the pattern that stands for any number, and lets it stand for one more. */
    private static <T> boolean matches(List<T> pattern, List<T> parts, Predicate<T> any, BiPredicate<T, T> one) {
        int p = 0;
        int afterAny = -1;
        int resume = 0;
        int i = 0;
        while (i < parts.size()) {
            if (p < pattern.size() && any.test(pattern.get(p))) {
                afterAny = ++p;
                resume = i;
            } else if (p < pattern.size() && one.test(pattern.get(p), parts.get(i))) {
                p++;
                i++;
            } else if (afterAny >= 0) {
                p = afterAny;
                i = ++resume;
            } else {
                return false;
            }
        }
        return pattern.subList(p, pattern.size()).stream().allMatch(any);
    }
}
