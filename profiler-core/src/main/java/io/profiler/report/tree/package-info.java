// SPDX-License-Identifier: Apache-2.0
/** A report as a tree in a terminal. */
@NullMarked
package io.profiler.report.tree;

import org.jspecify.annotations.NullMarked;
