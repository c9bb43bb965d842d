// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.flight;

import io.profiler.internal.OccasionalLog;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.slf4j.LoggerFactory;

/** Counts what is missed, and tells of it at most once a minute for each reason. Thread-safe. */
final class MissedRequests {

    private final AtomicLongArray counts = new AtomicLongArray(Missed.values().length);
    private final Map<Missed, OccasionalLog> logs = new EnumMap<>(Missed.class);

    MissedRequests() {
        for (Missed reason : Missed.values()) {
            logs.put(reason, new OccasionalLog(LoggerFactory.getLogger(FlightRecorder.class)));
        }
    }

    void add(Missed reason) {
        counts.incrementAndGet(reason.ordinal());
        OccasionalLog log = logs.get(reason);
        if (log != null) {
            log.warn("Requests are not recorded as a whole, or not kept, because " + reason.because());
        }
    }

    long count(Missed reason) {
        return counts.get(reason.ordinal());
    }
}
