// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.collect;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets work that goes on forever end well when the process is told to end: SIGTERM, or Ctrl-C. */
final class Termination implements AutoCloseable {

    /** Shorter than what service managers allow before they kill. */
    private static final long SECONDS_TO_END = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread hook;

    /**
     * From now on the process ends when this is closed, soon after it is told to.
     *
     * @param end makes the work end soon
     */
    void by(Runnable end) {
        hook = new Thread(() -> terminate(end), "profiler-termination");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Else the JVM's exit code would tell of the signal, and not of the work. */
    private void terminate(Runnable end) {
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
    @Override
    public void close() {
        ended.countDown();
        try {
            if (hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException alreadyShuttingDown) {
            return; // The hook ends the process.
        }
    }
}
