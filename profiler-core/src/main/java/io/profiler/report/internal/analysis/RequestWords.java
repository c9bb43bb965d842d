// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.text.ReadableDuration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the requests of a trace took and how they ended, in words without any data but an HTTP status. */
public final class RequestWords {

    private static final int LISTED = 4;

    private final Report report;
    private final Requests requests;
    private final ReadableDuration duration;

    public RequestWords(Report report, Requests requests, ReadableDuration duration) {
        this.report = report;
        this.requests = requests;
        this.duration = duration;
    }

    /** The time of a single request; of several their number, the time in which they came, and what each took. */
    public String times() {
        String whole = duration.of(report.durationMicros());
        return requests.areSeveral() ? requests.spans().size() + " requests in " + whole + ": " + each() : whole;
    }

    private String each() {
        return requests.spans().size() <= LISTED
                ? requests.spans().stream().map(this::time).collect(Collectors.joining(", "))
                : figures(requests.figures());
    }

    private String time(ReportSpan span) {
        return span.isFinished() ? duration.of(span.durationMicros()) : "?";
    }

    private String figures(SpanFigures figures) {
        return duration.of(figures.minMicros()) + " to " + duration.of(figures.maxMicros()) + ", median "
                + duration.of(figures.medianMicros());
    }

    /** The HTTP status if it is an error; of several requests how many have such; null if there is none. */
    public static @Nullable String refusals(Requests requests) {
        long refused = requests.spans().stream()
                .filter(ReportSpan::isAnsweredWithError)
                .count();
        if (refused == 0) {
            return null;
        }
        return requests.areSeveral()
                ? refused + " answered with an HTTP status of 400 or higher"
                : "HTTP " + requests.spans().get(0).httpStatus();
    }
}
