// SPDX-License-Identifier: Apache-2.0
/** Commands for Redis that are traced. */
@NullMarked
package io.profiler.autoconfigure.redis;

import org.jspecify.annotations.NullMarked;
