// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.point.JvmCause;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.RequestKey;
import io.profiler.report.internal.analysis.ToldEvent;
import io.profiler.report.internal.analysis.ToldEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What JVMs tell of a trace, by the clocks of its services. Not thread-safe. */
final class JvmKnowledge {

    /** Of what overlaps, the earlier ones count: who waits while all stand still, waits. */
    private static final List<JvmCause> WAITS =
            List.of(JvmCause.LOCK, JvmCause.QUEUE, JvmCause.SLEEP, JvmCause.SOCKET, JvmCause.FILE);

    private static final List<JvmCause> PAUSES = List.of(JvmCause.GC, JvmCause.SAFEPOINT);
    private static final List<JvmCause> LOADING = List.of(JvmCause.CLASS);

    private final Map<String, List<ToldEvent>> ofSpans = new HashMap<>();
    private final Map<String, List<ToldEvent>> ofRequests = new HashMap<>();
    private final Map<String, KnownTime> waits = new HashMap<>();
    private final Map<String, KnownTime> pauses = new HashMap<>();
    private final Map<String, KnownTime> loading = new HashMap<>();

    private final Set<String> heard = new HashSet<>();
    private final boolean whole;

    private JvmKnowledge(ToldEvents told) {
        whole = told.whole();
        told.events().forEach(this::add);
    }

    static JvmKnowledge of(Report report) {
        return new JvmKnowledge(ToldEvents.of(report));
    }

    private void add(ToldEvent event) {
        heard.add(RequestKey.of(event.top()));
        Map<String, List<ToldEvent>> events = event.spanId() == null ? ofRequests : ofSpans;
        String place = event.spanId() == null ? RequestKey.of(event.top()) : event.spanId();
        events.computeIfAbsent(place, missing -> new ArrayList<>()).add(event);
    }

    boolean isSilent() {
        return heard.isEmpty();
    }

    /** Whether all waits of a request that lasted are known. */
    boolean isWhole(String request) {
        return whole && heard.contains(request);
    }

    /** What is known of a time of a span, by the clock of its service. */
    KnownTime within(ReportSpan span, long fromMicros, long toMicros) {
        KnownTime known = new KnownTime();
        String id = span.traceId();
        String request = RequestKey.of(span);
        if (ofSpans.containsKey(id)) {
            known.add(told(waits, id, ofSpans, WAITS).within(fromMicros, toMicros));
        }
        if (ofRequests.containsKey(request)) {
            known.add(told(pauses, request, ofRequests, PAUSES).within(fromMicros, toMicros));
        }
        if (ofSpans.containsKey(id)) {
            known.add(told(loading, id, ofSpans, LOADING).within(fromMicros, toMicros));
        }
        return known;
    }

    private static KnownTime told(
            Map<String, KnownTime> known, String place, Map<String, List<ToldEvent>> events, List<JvmCause> causes) {
        return known.computeIfAbsent(place, missing -> {
            KnownTime time = new KnownTime();
            List<ToldEvent> here = events.getOrDefault(place, List.of());
            causes.forEach(cause -> time.add(pieces(here, cause)));
            return time;
        });
    }

    private static List<KnownPiece> pieces(List<ToldEvent> events, JvmCause cause) {
        String word = cause.word();
        return events.stream()
                .filter(event -> event.cause().equals(word))
                .map(event -> new KnownPiece(Cause.of(cause), event.fromMicros(), event.toMicros(), event.micros()))
                .toList();
    }
}
