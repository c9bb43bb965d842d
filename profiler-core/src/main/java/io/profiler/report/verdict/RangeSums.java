// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

/** Figures in a row of which ranges are added up while single ones change, in log n steps each (a Fenwick tree). */
final class RangeSums {

    private final long[] tree;

    RangeSums(int size) {
        this.tree = new long[size + 1];
    }

    void add(int index, long figure) {
        for (int i = index + 1; i < tree.length; i += i & -i) {
            tree[i] += figure;
        }
    }

    long sum(int first, int end) {
        return sum(end) - sum(first);
    }

    private long sum(int end) {
        long sum = 0;
        for (int i = end; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }
}
