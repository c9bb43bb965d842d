// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.jdbc;

import io.profiler.point.TracePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The index of failed traces: a row each, with the time of its last error. OSprofiler's SQL driver has none. */
final class FailedTraces {

    private final Database database;
    private final String statement;

    FailedTraces(Database database) {
        this.database = database;
        this.statement = new Statements(database.address().dialect()).putFailed();
    }

    /** In the order of their ids, so that two writers cannot wait for each other's rows. */
    void record(List<TracePoint> failed) {
        Map<String, String> lastErrorAt = new TreeMap<>();
        failed.forEach(point -> lastErrorAt.put(point.baseId(), point.timestamp()));
        List<Object[]> rows = new ArrayList<>();
        lastErrorAt.forEach((baseId, timestamp) -> rows.add(new Object[] {baseId, timestamp}));
        database.template().batchUpdate(statement, rows);
    }
}
