// SPDX-License-Identifier: Apache-2.0
/** Contracts, sinks and checks for tests of stores and of profiled applications. */
@NullMarked
package io.profiler.test;

import org.jspecify.annotations.NullMarked;
