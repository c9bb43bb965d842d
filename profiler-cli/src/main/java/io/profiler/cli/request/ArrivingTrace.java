// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.request;

import io.profiler.cli.console.CommandFailure;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Completeness;
import io.profiler.store.TraceReader;
import java.time.Duration;

/** A trace whose request has been answered, and whose points are still on their way into the store. */
public final class ArrivingTrace {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final TraceReader store;
    private final String id;

    public ArrivingTrace(TraceReader store, String id) {
        this.store = store;
        this.id = id;
    }

    /**
     * The trace once it is whole, or what there is of it after some seconds.
     *
     * @throws CommandFailure if that is nothing
     */
    public Report await() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Report report = Report.of(store.read(id));
        while (!isWhole(report) && System.nanoTime() < deadline) {
            pause();
            report = Report.of(store.read(id));
        }
        if (report.roots().isEmpty()) {
            throw new CommandFailure("the request was profiled, and its trace " + id + " is not in this store after "
                    + PATIENCE.toSeconds() + " seconds: is it the service's profiler.connection-string?");
        }
        return report;
    }

    /** OSprofiler's services do not tell how much is to come: with them, whatever began has ended. */
    private static boolean isWhole(Report report) {
        Completeness completeness = Completeness.of(report);
        return !report.roots().isEmpty()
                && report.spans().stream().allMatch(ReportSpan::isFinished)
                && !completeness.isLossy();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }
}
