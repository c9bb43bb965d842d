// SPDX-License-Identifier: Apache-2.0
/** Spans: what an application calls or annotates to be profiled. */
@NullMarked
package io.profiler.trace;

import org.jspecify.annotations.NullMarked;
