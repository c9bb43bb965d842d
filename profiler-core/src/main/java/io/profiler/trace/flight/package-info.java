// SPDX-License-Identifier: Apache-2.0
/**
 * Requests that are recorded before it is known whether they are worth it: on the heap, within bounds, until they end. The
 * recorder has their trace points held back; what is worth keeping is decided beside it.
 */
@NullMarked
package io.profiler.trace.flight;

import org.jspecify.annotations.NullMarked;
