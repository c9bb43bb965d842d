// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.ToldPhase;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Requests that are meant to last: they wait for events, or send as long as whoever asked reads. It shows in how they are called,
 * and in that nothing was made of what they waited for on other threads.
 */
final class LastingRequests {

    static final String WAITING = "async";

    private static final String RESULT = "result";
    /** To a protocol of its own, such as that of a web socket. */
    private static final String SWITCHED = "101";

    private static final double MOST = 0.5;
    private static final long LONG_MICROS = 1_000_000;
    private static final long VERY_LONG_MICROS = 10_000_000;

    private static final Pattern STREAM =
            named("sse|streams?|streaming|(?:long)?poll(?:ing)?|subscribe\\w*|watch|tail");
    /** What is asked for is the stream itself. */
    private static final Pattern STREAM_PATH = Pattern.compile(
            "[^?]*/(?:sse|streams?|streaming|(?:long-?)?poll(?:ing)?|subscribe)/?(?:[?].*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern FILE = named("downloads?|exports?|csv|zip|pdf|files?|media|videos?");
    private static final Pattern EVENTS = named("events?|eventsource|notifications?|updates|feed|changes|live|listen");

    private final SpanKinds kinds;
    private final Set<ReportSpan> requests = Collections.newSetFromMap(new IdentityHashMap<>());

    private LastingRequests(SpanKinds kinds) {
        this.kinds = kinds;
    }

    private static Pattern named(String words) {
        return Pattern.compile("(?:(?<![a-z])|(?<=[a-z])(?=[A-Z]))(?i:" + words + ")(?![a-z])");
    }

    /** Takes n steps for n spans. */
    static LastingRequests of(Report report, SpanKinds kinds) {
        LastingRequests lasting = new LastingRequests(kinds);
        for (ReportSpan span : report.spans()) {
            if (kinds.isRequest(span) && span.durationMicros() >= LONG_MICROS && lasting.isMeantTo(span, report)) {
                lasting.requests.add(span);
            }
        }
        return lasting;
    }

    private boolean isMeantTo(ReportSpan request, Report report) {
        return SWITCHED.equals(request.httpStatus())
                || STREAM_PATH.matcher(SpanWords.of(request)).matches()
                || isCalled(request, request)
                || report.childrenOf(request).stream()
                        .anyMatch(child -> kinds.isCode(child) && isCalled(child, request))
                || nothingCameOfWaiting(request);
    }

    /** A shop of watches has such names, too: they tell nothing of a request that was merely slow. */
    private static boolean isCalled(ReportSpan span, ReportSpan request) {
        String name = SpanWords.of(span);
        boolean veryLong = request.durationMicros() >= VERY_LONG_MICROS;
        return STREAM.matcher(name).find() && (veryLong || isWaiting(request))
                || veryLong && EVENTS.matcher(name).find();
    }

    private static boolean isWaiting(ReportSpan request) {
        return ToldPhase.of(request).stream().anyMatch(phase -> phase.name().equals(WAITING));
    }

    private static boolean nothingCameOfWaiting(ReportSpan request) {
        List<ToldPhase> phases = ToldPhase.of(request);
        boolean sends = FILE.matcher(SpanWords.of(request)).find();
        return phases.stream()
                .filter(phase -> phase.name().equals(WAITING))
                .anyMatch(wait -> wait.durationMicros() >= MOST * request.durationMicros()
                        && (sends
                                || wait.durationMicros() >= VERY_LONG_MICROS
                                || phases.stream()
                                        .noneMatch(phase ->
                                                phase.name().equals(RESULT) && phase.fromMicros() >= wait.toMicros())));
    }

    /** Whether a span is such a request, or part of one. */
    boolean contain(ReportSpan span) {
        if (requests.isEmpty()) {
            return false;
        }
        ReportSpan request = kinds.isRequest(span) ? span : kinds.requestAbove(span);
        return request != null && requests.contains(request);
    }
}
