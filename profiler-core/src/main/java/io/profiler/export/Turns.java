// SPDX-License-Identifier: Apache-2.0
package io.profiler.export;

import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.ConcurrentMap;

/**
 * Whose turn it is to be stored. Each batch goes on where the last one ended, and a round comes to every trace once, so
 * that none waits for more than the shares of all others. Only for the writer.
 */
final class Turns {

    private static final int LEAST_SHARE = 16;

    private final ConcurrentMap<String, WaitingTrace> traces;
    private Iterator<WaitingTrace> round = Collections.emptyIterator();

    Turns(ConcurrentMap<String, WaitingTrace> traces) {
        this.traces = traces;
    }

    /** Shares grow from round to round, so that there are few, however many traces have nothing to store. */
    void fill(Batch batch, long newest) {
        int share = Math.max(LEAST_SHARE, batch.room() / Math.max(1, traces.size()));
        goRound(batch, share, newest);
        boolean more = true;
        while (more && !batch.isFull()) {
            round = traces.values().iterator();
            more = goRound(batch, share, newest);
            share = Math.min(share, batch.capacity()) * 2;
        }
    }

    private boolean goRound(Batch batch, int share, long newest) {
        boolean taken = false;
        while (!batch.isFull() && round.hasNext()) {
            taken |= round.next().fill(batch, share, newest) > 0;
        }
        return taken;
    }
}
