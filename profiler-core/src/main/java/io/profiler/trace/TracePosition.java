// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of a trace, as it was when it was taken.
 *
 * @param recorder the recorder of the thread it was taken from
 * @param span the span that was current there, null above the first one
 */
record TracePosition(Recorder recorder, @Nullable RecordedSpan span) {}
