// SPDX-License-Identifier: Apache-2.0
package io.profiler.store.mongodb;

import io.profiler.internal.OccasionalLog;
import io.profiler.store.StoreUnavailableException;
import java.util.concurrent.TimeUnit;

/**
 * Has indexes made before anything is written. A server that builds one over much data does so for longer than a call waits,
 * and goes on when nobody does: then all is written meanwhile, and it is looked again later. Used by the writer alone.
 */
final class IndexMaking {

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Runnable making;
    private final OccasionalLog log;
    private boolean done;
    private boolean postponed;
    private long postponedNanos;

    /**
     * @param making makes them, and throws what the store does if the server cannot be reached
     */
    IndexMaking(Runnable making, OccasionalLog log) {
        this.making = making;
        this.log = log;
    }

    /**
     * Does nothing once they are there.
     *
     * @throws StoreUnavailableException if nothing can be written either
     */
    void ensure() {
        if (done || postponed && System.nanoTime() - postponedNanos < PAUSE_NANOS) {
            return;
        }
        try {
            making.run();
            done = true;
        } catch (StoreUnavailableException failed) {
            if (!Causes.isLateAnswer(failed)) {
                throw failed;
            }
            postponed = true;
            postponedNanos = System.nanoTime();
            log.warn("Indexes are being built, and trace points stored meanwhile: " + failed.getMessage());
        }
    }
}
