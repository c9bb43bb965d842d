// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The requests that a trace is made of: its roots. There is one in most traces; whoever sends the same signed headers
 * again adds a request to the trace, and the pauses between are nobody's time. Where all roots are missing, the spans at
 * the top that served a request stand for them.
 */
public final class Requests {

    private final List<ReportSpan> spans;
    private final List<Stretch> stretches;

    private Requests(List<ReportSpan> spans, List<Stretch> stretches) {
        this.spans = spans;
        this.stretches = stretches;
    }

    /** The requests of a report. Takes n log n steps for n spans. */
    public static Requests of(Report report) {
        TopSpans top = TopSpans.of(report);
        List<ReportSpan> found = (top.roots().isEmpty()
                        ? top.orphans().stream().filter(Requests::servedOne)
                        : top.roots().stream())
                .sorted(Comparator.comparingLong(ReportSpan::startedMicros))
                .toList();
        return new Requests(found, found.size() > 1 ? TopExtents.stretches(report) : List.of(whole(report)));
    }

    private static boolean servedOne(ReportSpan span) {
        return span.servedRequest() != null;
    }

    private static Stretch whole(Report report) {
        return new Stretch(0, report.durationMicros(), report.roots());
    }

    /** The span of each request, in order of time; empty if nothing tells what the request was. */
    public List<ReportSpan> spans() {
        return spans;
    }

    public boolean areSeveral() {
        return spans.size() > 1;
    }

    /** When the trace was at work, in order of time; the pauses lie between. One or more, unless the trace is empty. */
    public List<Stretch> stretches() {
        return stretches;
    }

    public boolean havePauses() {
        return stretches.size() > 1;
    }

    /** How long the trace was at work, which is its duration without the pauses. */
    public long busyMicros() {
        return stretches.stream().mapToLong(Stretch::durationMicros).reduce(0, BoundedTime::plus);
    }

    /** How many ended with an error. */
    public long failed() {
        return count(span -> span.error() != null);
    }

    /** How many others were answered with an HTTP status that is an error. */
    public long refused() {
        return count(span -> span.error() == null && span.isAnsweredWithError());
    }

    private long count(Predicate<ReportSpan> condition) {
        return spans.stream().filter(condition).count();
    }

    /** Their times; of what is unfinished, none. */
    public SpanFigures figures() {
        FigureCollector figures = new FigureCollector();
        spans.forEach(span -> figures.add(span, 0));
        return figures.figures();
    }
}
