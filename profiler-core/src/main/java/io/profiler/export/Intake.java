// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import io.profiler.internal.OccasionalLog;

/** Takes what waits in batches, for the store or for the file. Confined to the writer. */
final class Intake {

    private final ExportSettings settings;
    private final WaitingPoints waiting;
    private final Spool spool;
    private final OccasionalLog log;

    /** Less than the usual while something fails. */
    private int batchSize;

    Intake(ExportSettings settings, WaitingPoints waiting, Spool spool, OccasionalLog log) {
        this.settings = settings;
        this.waiting = waiting;
        this.spool = spool;
        this.log = log;
        this.batchSize = settings.batchSize();
    }

    int batchSize() {
        return batchSize;
    }

    /** Whether fewer at once cannot be tried. */
    boolean isLast() {
        return batchSize == 1;
    }

    void takeFewer() {
        batchSize = Math.max(1, batchSize / 2);
    }

    void takeAsUsual() {
        batchSize = settings.batchSize();
    }

    /** Its points go on waiting until they are settled. */
    Batch next() {
        Batch batch = new Batch(batchSize, log);
        waiting.fill(batch);
        return batch;
    }

    /**
     * Moves what waits into the file; no more of it than may wait, since more may come all the time.
     *
     * @return whether the file took everything
     */
    boolean keepAll(Batch first) {
        Batch batch = first;
        for (long kept = 0; !batch.isEmpty() && kept < settings.queueCapacity(); kept += batch.capacity()) {
            if (!spool.keep(batch)) {
                return false;
            }
            batch = next();
        }
        return true;
    }
}
