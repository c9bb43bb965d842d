// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.redis;

import io.profiler.point.TracePoint;
import io.profiler.store.backend.PointKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The script's arguments for one trace. */
final class TraceArguments {

    private final String baseId;
    private final Map<String, byte[]> documentsById = new LinkedHashMap<>();
    private final TraceSums sums = new TraceSums();
    private String lastActive = "";

    TraceArguments(String baseId) {
        this.baseId = baseId;
    }

    void add(TracePoint point, byte[] json) {
        if (documentsById.putIfAbsent(PointKey.of(point), json) == null) {
            sums.add(point);
        }
        if (point.timestamp().compareTo(lastActive) > 0) {
            lastActive = point.timestamp();
        }
    }

    void addTo(List<byte[]> arguments) {
        arguments.add(AppendCall.utf8(baseId));
        arguments.add(AppendCall.utf8(String.valueOf(ActivityIndex.score(lastActive))));
        arguments.add(AppendCall.utf8(String.valueOf(documentsById.size())));
        documentsById.keySet().forEach(id -> arguments.add(AppendCall.utf8(id)));
        arguments.addAll(documentsById.values());
        sums.addTo(arguments);
    }
}
