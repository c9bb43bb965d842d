// SPDX-License-Identifier: Apache-2.0
/**
 * What a trace comes to: what the time of its critical path went to, and why, in the words that every format uses.
 *
 * <p>{@link io.profiler.report.verdict.Verdict} is where to begin. Each rule is a class of its own; it looks at the critical
 * path alone, says nothing unless it explains much of it, and gives the spans that prove it.
 */
@NullMarked
package io.profiler.report.verdict;

import org.jspecify.annotations.NullMarked;
