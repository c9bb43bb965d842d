// SPDX-License-Identifier: Apache-2.0
package io.profiler.sample.conformance;

import java.util.function.UnaryOperator;

/**
 * Where the sample does not answer as recorded, and why.
 *
 * @param exchange scenario and step
 * @param change what it answers instead
 */
record Deviation(String exchange, String reason, UnaryOperator<ExpectedAnswer> change) {}
