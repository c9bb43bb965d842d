// SPDX-License-Identifier: Apache-2.0
/** How the place in a trace follows work to other threads. */
@NullMarked
package io.profiler.autoconfigure.context;

import org.jspecify.annotations.NullMarked;
