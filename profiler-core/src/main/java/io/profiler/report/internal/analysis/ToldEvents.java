// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.point.JvmReport;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.SpanEvent;
import io.profiler.report.samples.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the JVMs of the services tell of a trace.
 *
 * @param events what took time there
 * @param whole whether all of them were listened to all the time, and tell everything
 */
public record ToldEvents(List<ToldEvent> events, boolean whole) {

    private static final int MOST_EVENTS = 10_000;

    /** Passes over what cannot be read. */
    public static ToldEvents of(Report report) {
        List<ToldEvent> events = new ArrayList<>();
        boolean whole = true;
        for (ReportSpan span : report.spans()) {
            for (SpanEvent point : span.events()) {
                if (point.isManifest() && point.info().get(JvmReport.MEMBER) instanceof Map<?, ?> told) {
                    whole &= isWhole(told);
                    add(span, told, events);
                }
            }
        }
        return new ToldEvents(events, whole);
    }

    private static void add(ReportSpan top, Map<?, ?> told, List<ToldEvent> events) {
        long opened = Sampling.openedMicros(top, told.get("ended"));
        if (told.get("events") instanceof List<?> list) {
            for (Object entry : list) {
                ToldEvent event = events.size() < MOST_EVENTS ? ToldEvent.read(top, opened, entry) : null;
                if (event != null) {
                    events.add(event);
                }
            }
        }
    }

    private static boolean isWhole(Map<?, ?> told) {
        return Boolean.TRUE.equals(told.get("whole"))
                && told.get("left_out") instanceof Number leftOut
                && leftOut.longValue() == 0;
    }
}
