// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.TracePointJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The script's arguments for one trace. */
final class TraceArguments {

    private final String baseId;
    private final Map<String, String> documentsById = new LinkedHashMap<>();
    private int points;
    private String lastActive = "";
    private String error = "";

    TraceArguments(String baseId) {
        this.baseId = baseId;
    }

    /** The id is the span and its phase; the phase with the name before it, because readers tell points apart by that. */
    void add(TracePoint point, String json) {
        documentsById.putIfAbsent(point.traceId() + ':' + point.name(), json);
        points++;
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

    /** How many have been added, some perhaps twice. */
    int points() {
        return points;
    }

    void addTo(List<String> arguments) {
        arguments.add(baseId);
        arguments.add(String.valueOf(ActivityIndex.score(lastActive)));
        arguments.add(error);
        arguments.add(String.valueOf(documentsById.size()));
        arguments.addAll(documentsById.keySet());
        arguments.addAll(documentsById.values());
    }
}
