// SPDX-License-Identifier: Apache-2.0
/**
 * Looks at what the threads of a request do: who looks and how often, what a stack says, and how looks become text. Knows
 * nothing of spans.
 */
@NullMarked
package io.profiler.trace.sample;

import org.jspecify.annotations.NullMarked;
