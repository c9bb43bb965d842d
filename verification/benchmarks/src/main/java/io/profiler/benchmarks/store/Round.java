// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.store;

/**
 * How long the same points took both.
 *
 * @param store to be appended
 * @param encoding to become what the client is given
 * @param sending to be inserted by the client
 */
record Round(int points, double store, double encoding, double sending) {

    double storePerSecond() {
        return points / store;
    }

    double clientPerSecond() {
        return points / (encoding + sending);
    }

    /** Of a client that had encoded them before. */
    double sendingPerSecond() {
        return points / sending;
    }
}
