// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets work that goes on for ever end well when the process is told to end: SIGTERM, or Ctrl-C. */
final class Termination {

    /** Shorter than what service managers allow before they kill. */
    private static final long SECONDS_TO_END = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable end;
    private final Thread hook = new Thread(this::terminate, "profiler-termination");

    private Termination(Runnable end) {
        this.end = end;
    }

    /**
     * @param end makes the work end soon
     */
    static Termination by(Runnable end) {
        Termination termination = new Termination(end);
        Runtime.getRuntime().addShutdownHook(termination.hook);
        return termination;
    }

    /** Else the JVM's exit code would tell of the signal, and not of the work. */
    private void terminate() {
        end.run();
        Runtime.getRuntime().halt(isEnded() ? 0 : 1);
    }

    private boolean isEnded() {
        try {
            return ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    /** The work is done, and said to be. */
    void done() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            return; // The hook ends the process.
        }
    }
}
