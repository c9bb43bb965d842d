// SPDX-License-Identifier: Apache-2.0
/** Clients that keep a server busy, and what that costs it. */
@NullMarked
package io.profiler.benchmarks.load;

import org.jspecify.annotations.NullMarked;
