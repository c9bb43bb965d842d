// SPDX-License-Identifier: Apache-2.0
package io.profiler.propagation;

/**
 * Paths as Spring and Ant write them: {@code ?} is one character, {@code *} any number of them in one segment, and
 * {@code **} any number of segments. Matching takes at most as many steps as the product of both lengths.
 */
final class PathPattern {

    /** A pattern and a text, of each of which the parts are compared one by one. */
    private interface Parts {

        int ofPattern();

        int ofText();

        boolean isAny(int pattern);

        boolean isOne(int pattern, int text);
    }

    private PathPattern() {}

    static boolean matches(String pattern, String path) {
        return matches(new Segments(pattern.split("/", -1), path.split("/", -1)));
    }

    /** Goes back to the last part of the pattern that stands for any number, and lets it stand for one more. */
    private static boolean matches(Parts parts) {
        int pattern = 0;
        int text = 0;
        int afterAny = -1;
        int resume = 0;
        while (text < parts.ofText()) {
            if (pattern < parts.ofPattern() && parts.isAny(pattern)) {
                afterAny = ++pattern;
                resume = text;
            } else if (pattern < parts.ofPattern() && parts.isOne(pattern, text)) {
                pattern++;
                text++;
            } else if (afterAny >= 0) {
                pattern = afterAny;
                text = ++resume;
            } else {
                return false;
            }
        }
        while (pattern < parts.ofPattern() && parts.isAny(pattern)) {
            pattern++;
        }
        return pattern == parts.ofPattern();
    }

    private record Segments(String[] pattern, String[] text) implements Parts {

        @Override
        public int ofPattern() {
            return pattern.length;
        }

        @Override
        public int ofText() {
            return text.length;
        }

        @Override
        public boolean isAny(int index) {
            return pattern[index].equals("**");
        }

        @Override
        public boolean isOne(int index, int textIndex) {
            return matches(new Characters(pattern[index], text[textIndex]));
        }
    }

    private record Characters(String pattern, String text) implements Parts {

        @Override
        public int ofPattern() {
            return pattern.length();
        }

        @Override
        public int ofText() {
            return text.length();
        }

        @Override
        public boolean isAny(int index) {
            return pattern.charAt(index) == '*';
        }

        @Override
        public boolean isOne(int index, int textIndex) {
            return pattern.charAt(index) == '?' || pattern.charAt(index) == text.charAt(textIndex);
        }
    }
}
