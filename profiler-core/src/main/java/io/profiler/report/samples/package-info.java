// SPDX-License-Identifier: Apache-2.0
/**
 * What a sampler found inside spans: which methods a thread was in when it was looked at, and what it did there.
 *
 * <p>{@link io.profiler.report.samples.Samples} reads it from the spans of a report. A look is one glance at one thread.
 * What is read is bounded, and what cannot be read is passed over: whoever can write into a store can write anything.
 */
@NullMarked
package io.profiler.report.samples;

import org.jspecify.annotations.NullMarked;
