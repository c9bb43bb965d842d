// SPDX-License-Identifier: Apache-2.0
/** Micrometer meters of what became of headers and trace points. */
@NullMarked
package io.profiler.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
