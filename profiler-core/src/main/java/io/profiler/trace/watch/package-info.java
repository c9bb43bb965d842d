// SPDX-License-Identifier: Apache-2.0
/** Requests that nobody asked to profile: which of them are slow while they run, and how many of them are kept. */
@NullMarked
package io.profiler.trace.watch;

import org.jspecify.annotations.NullMarked;
