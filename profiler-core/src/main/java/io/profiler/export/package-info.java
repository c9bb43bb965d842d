// SPDX-License-Identifier: Apache-2.0
/** From spans to a store: the bounded hand-over and its one writer. */
@NullMarked
package io.profiler.export;

import org.jspecify.annotations.NullMarked;
