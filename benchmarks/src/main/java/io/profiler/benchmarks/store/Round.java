// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

/**
 * How long the same points took both.
 *
 * @param store to be appended
 * @param making to become documents of the client's
 * @param raw to be inserted by the client
 */
record Round(int points, double store, double making, double raw) {

    double storePerSecond() {
        return points / store;
    }

    /** Of the client that was given the documents. */
    double rawPerSecond() {
        return points / raw;
    }

    /** Of the client, and of what makes its documents of the points. */
    double makingAndRawPerSecond() {
        return points / (making + raw);
    }
}
