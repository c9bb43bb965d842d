// SPDX-License-Identifier: Apache-2.0
/** Servers that are measured, or needed for it, in processes of their own. */
@NullMarked
package io.profiler.benchmarks.server;

import org.jspecify.annotations.NullMarked;
