// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.jvm;

/**
 * Watches how many calls the recorder tells in a second that requests asked for, and says once that it is too many. For the
 * recorder's thread alone.
 */
final class CallRate {

    /** A thread that reads them all is busy with half as many. */
    static final int MOST = 200_000;

    private final int most;
    private final Runnable tooMany;
    private int calls;
    private boolean isSaid;

    CallRate(int most, Runnable tooMany) {
        this.most = most;
        this.tooMany = tooMany;
    }

    void called() {
        if (++calls > most && !isSaid) {
            isSaid = true;
            tooMany.run();
        }
    }

    /** The recorder has told what happened in a second. */
    void flushed() {
        calls = 0;
        isSaid = false;
    }
}
