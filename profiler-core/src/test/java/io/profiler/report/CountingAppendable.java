// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

/** Keeps nothing but counts of single characters, for renderings that are larger than the heap. */
public final class CountingAppendable implements Appendable {

    private final long[] counts = new long[128];

    public long count(char c) {
        return counts[c];
    }

    @Override
    public Appendable append(CharSequence text) {
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        return this;
    }

    @Override
    public Appendable append(char c) {
        counts[c]++;
        return this;
    }
}
