// SPDX-License-Identifier: Apache-2.0
/** What it costs to look inside spans. */
@NullMarked
package io.profiler.benchmarks.inside;

import org.jspecify.annotations.NullMarked;
