// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.collect;

import io.profiler.collect.Collector;
import io.profiler.collect.CollectorCounts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows once a second, in one line of a terminal, how far a collector is. */
final class ProgressLine {

    private static final String FORMAT = "\r%,d points/s, %,d stored, %,d dead letters, %,d waiting\033[K";

    private final Collector collector;
    private final PrintWriter terminal;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon);
    private long lastStored;
    private volatile boolean drawn;

    private ProgressLine(Collector collector, PrintWriter terminal) {
        this.collector = collector;
        this.terminal = terminal;
    }

    /**
     * @param visible whether a person sees it; else nothing is written
     */
    static ProgressLine of(Collector collector, PrintWriter terminal, boolean visible) {
        ProgressLine line = new ProgressLine(collector, terminal);
        if (visible) {
            line.clock.scheduleAtFixedRate(line::draw, 1, 1, TimeUnit.SECONDS);
        }
        return line;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "profiler-progress");
        thread.setDaemon(true);
        return thread;
    }

    private void draw() {
        terminal.print(text());
        terminal.flush();
        drawn = true;
    }

    private String text() {
        CollectorCounts counts = collector.counts();
        long storedNow = counts.stored() - lastStored;
        lastStored = counts.stored();
        long dead = counts.unreadable() + counts.rejected();
        return String.format(Locale.ROOT, FORMAT, storedNow, counts.stored(), dead, counts.waiting());
    }

    /** Leaves the last line as it is. */
    void end() {
        clock.shutdown();
        if (drawn) {
            terminal.println();
            terminal.flush();
        }
    }
}
