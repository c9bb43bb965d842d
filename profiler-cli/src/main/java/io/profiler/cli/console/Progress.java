// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.console;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/**
 * Says in one line of a terminal what takes longer than a second, and for how long it has; at the end nothing is left of it.
 * To be closed before anything else is written. While one is open, those that are begun inside it say nothing.
 */
public final class Progress implements AutoCloseable {

    private static final long FIRST_MILLIS = 1_000;
    private static final long NEXT_MILLIS = 500;
    private static final String TO_END_OF_LINE = "\033[K";

    private final String doing;
    private final Remarks remarks;
    private final boolean outermost;
    private final PrintWriter terminal;
    private final long began = System.nanoTime();
    private boolean drawn;
    private boolean over;

    private Progress(String doing, Remarks remarks) {
        this.doing = doing;
        this.remarks = remarks;
        this.outermost = remarks.takeLastLine();
        this.terminal = remarks.terminal();
    }

    /**
     * Begins.
     *
     * @param doing what is done, such as {@code reading traces}
     */
    public static Progress of(String doing, Environment environment, Remarks remarks) {
        Progress progress = new Progress(doing, remarks);
        if (progress.outermost && isSeen(environment, remarks)) {
            Thread clock = new Thread(progress::draw, "profiler-progress");
            clock.setDaemon(true);
            clock.start();
        }
        return progress;
    }

    /** Whether a person sees standard error, on a terminal that can take a line back. */
    public static boolean isSeen(Environment environment, Remarks remarks) {
        return environment.terminal() && remarks.areSeen() && !"dumb".equals(environment.variable("TERM"));
    }

    private synchronized void draw() {
        try {
            for (long millis = FIRST_MILLIS; !waitedFor(millis); millis = NEXT_MILLIS) {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
                terminal.print("\r" + doing + ", " + seconds + " s" + TO_END_OF_LINE);
                terminal.flush();
                drawn = true;
            }
        } catch (InterruptedException nobodysBusiness) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the end came within a time. */
    private synchronized boolean waitedFor(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!over && until - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, until - System.nanoTime());
        }
        return over;
    }

    @Override
    public synchronized void close() {
        over = true;
        notifyAll();
        if (drawn) {
            terminal.print("\r" + TO_END_OF_LINE);
            terminal.flush();
            drawn = false;
        }
        if (outermost) {
            remarks.giveLastLineBack();
        }
    }
}
