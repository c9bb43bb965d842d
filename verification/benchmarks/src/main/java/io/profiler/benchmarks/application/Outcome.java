// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.application;

import java.util.List;

/**
 * What a variant showed.
 *
 * @param micros the processor time of a request in each round, in microseconds
 * @param spans how many of a request have arrived
 */
record Outcome(String label, List<Double> micros, double spans) {}
