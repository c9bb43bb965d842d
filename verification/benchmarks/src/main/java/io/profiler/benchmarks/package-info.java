// SPDX-License-Identifier: Apache-2.0
/** Benchmarks of the hot paths, beside other tracers. */
@NullMarked
package io.profiler.benchmarks;

import org.jspecify.annotations.NullMarked;
