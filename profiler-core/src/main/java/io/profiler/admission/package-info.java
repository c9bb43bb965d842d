// SPDX-License-Identifier: Apache-2.0
/** How many of those requests that may be profiled are: no caller takes all there is, and memory is bounded. */
@NullMarked
package io.profiler.admission;

import org.jspecify.annotations.NullMarked;
