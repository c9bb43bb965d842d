// SPDX-License-Identifier: Apache-2.0
/** Micrometer's observations as spans. */
@NullMarked
package io.profiler.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
