// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.MethodReport;
import io.profiler.point.TracePoint;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Makes spans of calls when the request is over, and says how many there were. Not thread-safe. */
final class MethodSpans {

    static final String NAME = "method";

    private static final SpanTemplate TEMPLATE = SpanTemplate.of(NAME);

    private final RecordedSpan top;
    private final ActiveTrace trace;
    private final LongestCalls calls;
    private final SpanLog log;
    private final Map<String, Info> infos = new HashMap<>();
    private final Map<Long, Deque<Open>> open = new HashMap<>();

    private record Open(PlacedCall placed, RecordedSpan span) {}

    MethodSpans(RecordedSpan top, LongestCalls calls) {
        this.top = top;
        this.trace = top.trace;
        this.calls = calls;
        this.log = new SpanLog(trace);
    }

    /**
     * Stores them, and what is told of them at the end of one of them, as OSprofiler would take it for the end of a request that
     * failed, and overlook the error.
     *
     * @param endedNanos when the request ended
     * @param whole whether all calls were heard
     */
    void store(long endedNanos, boolean whole) {
        List<PlacedCall> longest = calls.longest(room());
        Open first = null;
        for (PlacedCall placed : longest) {
            Open added = add(placed);
            first = first == null ? added : first;
        }
        log.handOver();
        long leftOut = calls.heard() - longest.size();
        trace.ledger.began(longest.size());
        trace.dropOverLimit(leftOut);
        if (first != null) {
            tell(first.span(), trace.clock.elapsedNanosAt(first.placed().call().endNanos()), leftOut, whole);
        } else if (!top.hasFailed()) {
            tell(top, endedNanos, leftOut, whole);
        }
    }

    /** How many spans more the trace may have. */
    private int room() {
        int most = calls.kept();
        int room = 0;
        int portion = trace.allowance.takePortion();
        while (portion > 0 && room + portion < most) {
            room += portion;
            portion = trace.allowance.takePortion();
        }
        int unused = Math.max(0, room + portion - most);
        trace.allowance.giveBack(unused);
        return room + portion - unused;
    }

    private Open add(PlacedCall placed) {
        Deque<Open> around = open.computeIfAbsent(placed.call().threadId(), thread -> new ArrayDeque<>());
        while (!around.isEmpty() && !around.element().placed().contains(placed)) {
            around.remove();
        }
        RecordedSpan span = new RecordedSpan(
                        trace,
                        parent(placed, around.peek()),
                        TEMPLATE,
                        infos.computeIfAbsent(placed.call().function(), MethodSpans::info),
                        ThreadLocalRandom.current().nextLong())
                .ended();
        log.startedAt(span, trace.clock.elapsedNanosAt(placed.call().startNanos()));
        log.stop(span, trace.clock.elapsedNanosAt(placed.call().endNanos()));
        Open added = new Open(placed, span);
        around.push(added);
        return added;
    }

    /** The call around it, unless a span began in that one which is around this one. */
    private static RecordedSpan parent(PlacedCall placed, @Nullable Open around) {
        if (around == null) {
            return placed.around();
        }
        RecordedSpan outer = around.placed().around();
        boolean isBetween = placed.around() != outer && PlacedCall.isInside(placed.around(), outer);
        return isBetween ? placed.around() : around.span();
    }

    private static Info info(String function) {
        return Info.shared(Map.of("function", Map.of("name", function)));
    }

    private void tell(RecordedSpan teller, long elapsedNanos, long leftOut, boolean whole) {
        Map<String, @Nullable Object> info =
                new LinkedHashMap<>(trace.ledger.manifest().toInfo(trace.origin.host()));
        info.put(MethodReport.MEMBER, new MethodReport(calls.heard(), leftOut, whole).toInfo());
        TracePoint point = SpanPoints.of(teller, MethodReport.nameFor(teller.name()), info, elapsedNanos);
        LateChunk.handOver(point, trace.sink);
    }
}
