// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

import java.util.Locale;

/**
 * How to compare.
 *
 * @param warmUpRounds how often both take their turn before they are measured
 * @param rounds how often they take it then
 * @param batches how many batches a turn has
 * @param only a part of the labels of those backends that are wanted
 */
record Settings(int warmUpRounds, int rounds, int batches, String only) {

    /** As many points as the writer hands over at most. */
    static final int BATCH_SIZE = 1_000;

    static Settings ofSystemProperties() {
        return new Settings(
                Integer.getInteger("warmUpRounds", 8),
                Integer.getInteger("rounds", 21),
                Integer.getInteger("batches", 10),
                System.getProperty("only", ""));
    }

    boolean wants(Backend backend) {
        return backend.label().toLowerCase(Locale.ROOT).contains(only.toLowerCase(Locale.ROOT));
    }
}
