// SPDX-License-Identifier: Apache-2.0
/** Trace points in SQL databases, in OSprofiler's table. */
@NullMarked
package io.profiler.store.jdbc;

import org.jspecify.annotations.NullMarked;
