// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.conformance;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the sample does not answer as recorded, and why.
 *
 * @param exchange scenario and step
 * @param change what it answers instead; null if the step is left out
 */
record Deviation(String exchange, String reason, @Nullable UnaryOperator<ExpectedAnswer> change) {

    static Deviation leftOut(String exchange, String reason) {
        return new Deviation(exchange, reason, null);
    }

    static Deviation answers(String exchange, String reason, UnaryOperator<ExpectedAnswer> change) {
        return new Deviation(exchange, reason, change);
    }
}
