// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

/**
 * An answer that was read.
 *
 * @param answer what came
 * @param micros how long that took, from the request on
 * @param whole whether it was read to its end
 */
record TimedAnswer(Answer answer, long micros, boolean whole) {}
