// SPDX-License-Identifier: Apache-2.0
/** Profiles requests of reactive web applications. */
@NullMarked
package io.profiler.autoconfigure.webflux;

import org.jspecify.annotations.NullMarked;
