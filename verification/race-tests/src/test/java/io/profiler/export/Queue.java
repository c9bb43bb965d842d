// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.AppendResult;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What waits, and a writer whose store takes everything. */
final class Queue {

    static final int CAPACITY = 100;

    private static final Duration ANY = Duration.ofSeconds(1);
    private static final ExportSettings SETTINGS = new ExportSettings(CAPACITY, 10, ANY, ANY, ANY);
    private static final OccasionalLog log = new OccasionalLog(LoggerFactory.getLogger(Queue.class));

    final WaitingPoints waiting = new WaitingPoints(SETTINGS);

    /** The names of a batch's points, with a space after each. */
    String read() {
        Batch batch = new Batch(10, log);
        waiting.fill(batch);
        return names(batch);
    }

    /** The names of a batch's points, which are stored. */
    String store() {
        Batch batch = new Batch(10, log);
        waiting.fill(batch);
        String names = names(batch);
        if (!batch.isEmpty()) {
            waiting.settle(batch, AppendResult.allStored(batch.points().size()));
        }
        return names;
    }

    private static String names(Batch batch) {
        return batch.points().stream().map(point -> point.name() + ' ').collect(Collectors.joining());
    }

    /** Whether nobody holds any room: only then a chunk may have half of it. */
    boolean isAllFree() {
        waiting.release();
        return waiting.offer(new NumberedChunk(0, CAPACITY / 2));
    }
}
