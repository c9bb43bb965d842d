// SPDX-License-Identifier: Apache-2.0
/** A store in the heap, for tests and trials. */
@NullMarked
package io.profiler.store.memory;

import org.jspecify.annotations.NullMarked;
