// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import java.util.List;

/**
 * What a variant showed.
 *
 * @param variant which one it was
 * @param micros the processor time of a request in each round, in microseconds
 * @param spans how many of a request have arrived
 */
record Outcome(Variant variant, List<Double> micros, double spans) {

    void requireNothingLost() {
        if (variant.keepsAll() && spans != variant.spans()) {
            throw new IllegalStateException("%s: %s spans a request have arrived".formatted(variant.label(), spans));
        }
    }
}
