// SPDX-License-Identifier: Apache-2.0
/** The properties {@code profiler.*} made into beans. */
@NullMarked
package io.profiler.autoconfigure;

import org.jspecify.annotations.NullMarked;
