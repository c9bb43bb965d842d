// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

/**
 * Where in a trace a look belongs.
 *
 * @param span null if that cannot be told
 * @param from the first call on the stack that is the span's
 */
record Place(@Nullable RecordedSpan span, int from) {}
