// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether somebody wants to be told: a request that goes on, or one a while ago. Thread-safe. */
final class Demand {

    private static final int MOST_OPEN = 64;

    private final long idleNanos;
    private final Set<BooleanSupplier> open = ConcurrentHashMap.newKeySet();
    private volatile long lastNanos;

    /** @param idleSeconds how long after somebody wanted it there may be another */
    Demand(long idleSeconds) {
        this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
    }

    /** Somebody wants it now. */
    void add() {
        lastNanos = System.nanoTime();
    }

    /**
     * A request wants it as long as it is open.
     *
     * @param isOpen not for ever, and holds on to nothing; of many not all are asked
     */
    void add(BooleanSupplier isOpen) {
        if (open.size() >= MOST_OPEN) {
            forgetClosed();
        }
        if (open.size() < MOST_OPEN) {
            open.add(isOpen);
        }
        add();
    }

    boolean isOver() {
        forgetClosed();
        return open.isEmpty() && System.nanoTime() - lastNanos > idleNanos;
    }

    private void forgetClosed() {
        open.removeIf(request -> !request.getAsBoolean());
    }
}
