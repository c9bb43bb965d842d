// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.TracePointJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The script's arguments for one trace. */
final class TraceArguments {

    private final String baseId;
    private final List<String> idsAndDocuments = new ArrayList<>();
    private String lastActive = "";
    private String error = "";

    TraceArguments(String baseId) {
        this.baseId = baseId;
    }

    /** The id is the span and its phase; the phase with the name before it, because readers tell points apart by that. */
    void add(TracePoint point, String json) {
        idsAndDocuments.add(point.traceId() + ':' + point.name());
        idsAndDocuments.add(json);
        if (point.timestamp().compareTo(lastActive) > 0) {
            lastActive = point.timestamp();
        }
    }

    void failed(TracePoint point) {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("base_id", baseId);
        document.put("timestamp", point.timestamp());
        error = TracePointJson.write(document);
    }

    int points() {
        return idsAndDocuments.size() / 2;
    }

    void addTo(List<String> arguments) {
        arguments.add(baseId);
        arguments.add(String.valueOf(ActivityIndex.score(lastActive)));
        arguments.add(error);
        arguments.add(String.valueOf(points()));
        arguments.addAll(idsAndDocuments);
    }
}
