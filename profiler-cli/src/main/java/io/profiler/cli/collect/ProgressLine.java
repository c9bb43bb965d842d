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

    private static final String FORMAT = "%,d points/s, %,d stored, %,d dead letters, %,d waiting";

    private final Collector collector;
    private final PrintWriter terminal;
    private final int columns;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon);
    private long lastStored;
    private volatile boolean drawn;

    private ProgressLine(Collector collector, PrintWriter terminal, int columns) {
        this.collector = collector;
        this.terminal = terminal;
        this.columns = columns;
    }

    /**
     * @param columns how wide the terminal is
     * @param visible whether a person sees it; else nothing is written
     */
    static ProgressLine of(Collector collector, PrintWriter terminal, int columns, boolean visible) {
        ProgressLine line = new ProgressLine(collector, terminal, columns);
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
        CollectorCounts counts = collector.counts();
        long storedNow = counts.stored() - lastStored;
        lastStored = counts.stored();
        terminal.print("\r" + text(counts, storedNow, columns) + "\033[K");
        terminal.flush();
        drawn = true;
    }

    /** What does not fit is left out: a terminal would go on in a second line, and the next time begin there. */
    static String text(CollectorCounts counts, long storedNow, int columns) {
        long dead = counts.unreadable() + counts.rejected();
        String text = String.format(Locale.ROOT, FORMAT, storedNow, counts.stored(), dead, counts.waiting());
        return text.substring(0, Math.min(text.length(), Math.max(0, columns - 1)));
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
