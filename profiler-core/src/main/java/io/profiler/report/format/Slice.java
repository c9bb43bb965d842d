// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import io.profiler.report.ReportSpan;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a track: a span, or a method in which looks found the thread that ran it.
 *
 * @param span the span; null for a method
 * @param name what it is called, for people
 * @param level how many pieces of the track it lies in
 * @param fromMicros when it began
 * @param toMicros when it ended
 */
record Slice(@Nullable ReportSpan span, String name, int level, long fromMicros, long toMicros) {

    /** The same with another end. */
    Slice until(long micros) {
        return new Slice(span, name, level, fromMicros, micros);
    }
}
