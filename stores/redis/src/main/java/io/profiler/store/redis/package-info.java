// SPDX-License-Identifier: Apache-2.0
/** Trace points in Redis, under OSprofiler's keys. */
@NullMarked
package io.profiler.store.redis;

import org.jspecify.annotations.NullMarked;
