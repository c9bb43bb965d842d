// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.store.TraceSummary;
import java.util.List;

/** A list of traces as JSON, in ASCII, so that every terminal and pipe takes it. */
final class TraceSummaryJson {

    private TraceSummaryJson() {}

    static String array(List<TraceSummary> traces) {
        return ReadableJson.of(traces.stream().map(TraceSummary::toDocument).toList());
    }
}
