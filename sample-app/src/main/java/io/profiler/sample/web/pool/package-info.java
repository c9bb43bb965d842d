// SPDX-License-Identifier: Apache-2.0
/** The routes of pools, for administrators. */
@NullMarked
package io.profiler.sample.web.pool;

import org.jspecify.annotations.NullMarked;
