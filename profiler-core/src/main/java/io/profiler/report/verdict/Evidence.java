// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.CriticalPath;
import io.profiler.report.internal.analysis.PathSegment;
import io.profiler.report.internal.analysis.SpanExtents;
import java.util.List;

/**
 * What rules look at.
 *
 * @param report the trace
 * @param extents when its spans ran, by one clock
 * @param parts its critical path in order of time
 * @param times how much of that is in each span
 * @param kinds what its spans are
 * @param lasting the requests that are meant to last
 * @param relays the calls by which requests are passed on
 * @param pages the calls that ask for one page after another
 * @param failures what failed
 * @param tries what was done again because it had failed
 * @param swallowed what failed without a sign of it above
 * @param explained what earlier rules have explained
 */
record Evidence(
        Report report,
        SpanExtents extents,
        List<PathPart> parts,
        PathTimes times,
        SpanKinds kinds,
        LastingRequests lasting,
        Relays relays,
        Pages pages,
        Failures failures,
        Tries tries,
        SwallowedSpans swallowed,
        Explained explained) {

    /** Takes n log n steps for n spans. */
    static Evidence of(Report report) {
        SpanExtents extents = SpanExtents.byOneClock(report);
        List<PathSegment> path = CriticalPath.of(report, extents);
        PathTimes times = new PathTimes(report, path);
        SpanKinds kinds = new SpanKinds(report);
        List<PathPart> parts = PathParts.of(path, kinds, extents);
        Failures failures = new Failures(report, kinds);
        Tries tries = Tries.of(times, kinds, failures);
        return new Evidence(
                report,
                extents,
                parts,
                times,
                kinds,
                LastingRequests.of(report, kinds),
                Relays.of(report, times, kinds),
                Pages.of(report, times, kinds),
                failures,
                tries,
                SwallowedSpans.of(report, failures, tries),
                new Explained(times, parts));
    }

    /** Whether so much time is worth a word: by itself, and as a part of what the top of the trace took that a span is below. */
    boolean isMuch(long micros, ReportSpan span, double leastShare, long leastMicros) {
        return micros >= leastMicros && micros >= leastShare * times.withinMicros(times.top(span));
    }

    /** The place of the request or message that a span was made for, by which it is told from others; -1 if there is none. */
    int occasionNumber(ReportSpan span) {
        ReportSpan occasion = kinds.occasionAbove(span);
        return occasion == null ? -1 : times.number(occasion);
    }

    /** A part of the path in words. */
    Words amount(long micros) {
        return Words.of(Amount.of(micros, times.totalMicros()));
    }

    Finding finding(Rule rule, Words words, List<ReportSpan> spans, long micros) {
        return new Finding(rule, words, spans, micros, times.totalMicros());
    }
}
