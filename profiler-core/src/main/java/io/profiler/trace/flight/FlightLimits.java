// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

/**
 * What recorded requests may hold until they end.
 *
 * @param bytes all of them together, roughly
 * @param bytesPerRequest each of them
 * @param spansPerRequest how many spans inside its own each may have
 * @since 0.1
 */
public record FlightLimits(long bytes, long bytesPerRequest, int spansPerRequest) {}
