// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

/** A text that counts how often one of its characters is looked at. */
final class CountedCharacters implements CharSequence {

    private final String text;
    private long reads;

    CountedCharacters(String text) {
        this.text = text;
    }

    long reads() {
        return reads;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        reads++;
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        reads += to - from;
        return text.substring(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
