// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import java.util.List;

/**
 * One thing that a verdict is made of, and what proves it.
 *
 * @param rule what it is about
 * @param words the sentence that says it
 * @param spans the spans it was found at, never empty
 * @param micros how much of the critical path it explains; 0 if it is about something else than time
 * @param ofMicros how long the critical path is
 * @since 0.1
 */
public record Finding(Rule rule, Words words, List<ReportSpan> spans, long micros, long ofMicros) {

    /** A copy of the spans is kept. */
    public Finding {
        spans = List.copyOf(spans);
    }

    /** {@return the part of the critical path that it explains, from 0 to 1} */
    public double share() {
        return ofMicros == 0 ? 0 : (double) micros / ofMicros;
    }
}
