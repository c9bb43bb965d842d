// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.store.TraceSummary;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A list of traces as JSON, in ASCII, so that every terminal and pipe takes it. */
final class TraceSummaryJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private TraceSummaryJson() {}

    static String array(List<TraceSummary> traces) {
        return JSON.writeValueAsString(
                traces.stream().map(TraceSummary::toDocument).toList());
    }
}
