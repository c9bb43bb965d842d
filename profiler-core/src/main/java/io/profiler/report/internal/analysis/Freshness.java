// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.point.ProcessReport;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import io.profiler.report.internal.text.ReadableDuration;
import org.jspecify.annotations.Nullable;

/**
 * How new a service was to a request, as the service tells.
 *
 * @param micros how long the request took
 * @param uptimeMicros for how long the application had been ready when it came
 * @param classes how many classes the JVM loaded meanwhile, for whatever request; null if that is not told
 */
public record Freshness(
        long micros, long uptimeMicros, @Nullable Long classes) {

    private static final long LEAST_MICROS = 100_000;
    private static final long YOUNG_MICROS = 30_000_000;
    private static final long MANY_CLASSES = 200;
    /** Loading one and running it for the first time takes a millisecond or so, on a busy machine several. */
    private static final long MOST_MICROS_A_CLASS = 10_000;

    private static final long LEAST_TOLD_MICROS = 1_000;

    /** Null if the request does not tell. */
    public static @Nullable Freshness of(ReportSpan request) {
        ProcessReport start = told(request, false);
        if (start == null || start.uptimeMicros() == null) {
            return null;
        }
        ProcessReport stop = told(request, true);
        Long before = start.classes();
        Long after = stop == null ? null : stop.classes();
        Long classes = before == null || after == null ? null : (Long) BoundedTime.minus(after, before);
        return new Freshness(request.durationMicros(), start.uptimeMicros(), classes);
    }

    private static @Nullable ProcessReport told(ReportSpan request, boolean atStop) {
        for (SpanEvent event : request.events()) {
            if (event.isStop() == atStop && !event.isManifest()) {
                return ProcessReport.of(event.info());
            }
        }
        return null;
    }

    /** Whether much of the request may have been what is done for the first time only. */
    public boolean isCold() {
        return micros >= LEAST_MICROS && (uptimeMicros <= YOUNG_MICROS || areManyClasses());
    }

    private boolean areManyClasses() {
        return classes != null && classes >= MANY_CLASSES && micros / classes <= MOST_MICROS_A_CLASS;
    }

    /** As in {@code up for 3.01 s, and 812 classes were loaded meanwhile}. */
    public String words(ReadableDuration duration) {
        String up = "up for " + duration.of(Math.max(LEAST_TOLD_MICROS, uptimeMicros));
        return areManyClasses() ? up + ", and " + classes + " classes were loaded meanwhile" : up;
    }
}
