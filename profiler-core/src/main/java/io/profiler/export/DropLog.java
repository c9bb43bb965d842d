// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import org.slf4j.LoggerFactory;

/** Tells that points are dropped: for the writer, because a request must not wait for a log. */
final class DropLog {

    private final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Writer.class));
    private final ExportSettings settings;
    private final WaitingPoints waiting;
    private long told;

    DropLog(ExportSettings settings, WaitingPoints waiting) {
        this.settings = settings;
        this.waiting = waiting;
    }

    void tell() {
        long dropped = waiting.droppedQueueFull() + waiting.droppedQueueBytes();
        if (dropped > told) {
            told = dropped;
            log.warn("Trace points are dropped, because too many wait: the store is too slow, or away. Room is for "
                    + settings.queueCapacity() + " of them, with " + settings.queueBytes()
                    + " bytes of texts, and a trace gets a share of it");
        }
    }
}
