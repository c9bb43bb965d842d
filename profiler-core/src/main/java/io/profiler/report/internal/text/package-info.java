// SPDX-License-Identifier: Apache-2.0
/** How text stands on a screen or a page: durations as people say them, widths in columns. */
@NullMarked
package io.profiler.report.internal.text;

import org.jspecify.annotations.NullMarked;
