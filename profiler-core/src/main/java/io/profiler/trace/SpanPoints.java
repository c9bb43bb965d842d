// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import io.profiler.point.Manifest;
import io.profiler.point.MethodReport;
import io.profiler.point.PointTime;
import io.profiler.point.TracePoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the points of spans, on the thread that wants to read them. */
final class SpanPoints {

    private SpanPoints() {}

    static TracePoint start(RecordedSpan span, long elapsedNanos) {
        return of(span, span.template.startName(), span.startMembers(), elapsedNanos);
    }

    static TracePoint stop(RecordedSpan span, long elapsedNanos) {
        return of(span, span.template.stopName(), stopMembers(span), elapsedNanos);
    }

    private static Map<String, @Nullable Object> stopMembers(RecordedSpan span) {
        Info stop = span.stopInfo();
        Map<String, @Nullable Object> counted = span.allocatedBytes() < 0 ? stop.members() : counted(span, stop);
        Sampling sampling = span.trace.sampling;
        if (span.parent != null) {
            return counted;
        }
        Map<String, @Nullable Object> told = sampling != null
                ? sampling.addTo(span, counted)
                : span.trace.insight.refusedLooks() ? Sampling.addRefusal(counted) : counted;
        Map<String, String> refusedMethods = span.trace.insight.methodMask().refused();
        return refusedMethods.isEmpty() ? told : withRefusal(told, refusedMethods);
    }

    private static Map<String, @Nullable Object> withRefusal(
            Map<String, @Nullable Object> told, Map<String, String> refusedMethods) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(told);
        more.put(MethodReport.MEMBER, Map.of("refused", refusedMethods));
        return more;
    }

    private static Map<String, @Nullable Object> counted(RecordedSpan span, Info stop) {
        Map<String, @Nullable Object> counted = new LinkedHashMap<>(stop.members());
        counted.put("alloc", span.allocatedBytes());
        boolean isSettled = span.parent == null && stop.processorMicros() < 0;
        int micros = (isSettled ? stop.took(span.trace.settledNanos) : stop).processorMicros();
        boolean isOfAll = span.parent != null || !span.trace.isOfSeveralThreads();
        if (micros >= 0 && isOfAll) {
            counted.put("cpu", micros);
        }
        return counted;
    }

    static TracePoint manifest(RecordedSpan span, long elapsedNanos) {
        ActiveTrace trace = span.trace;
        Map<String, @Nullable Object> info = trace.ledger.manifest().toInfo(trace.origin.host());
        return of(span, Manifest.nameFor(span.name()), info, elapsedNanos);
    }

    static TracePoint of(RecordedSpan span, String name, Map<String, @Nullable Object> ownInfo, long elapsedNanos) {
        ActiveTrace trace = span.trace;
        return new TracePoint(
                name,
                trace.context.baseId(),
                span.id(),
                span.parentId(),
                PointTime.format(trace.clock.epochMicros(elapsedNanos)),
                trace.withHost(ownInfo),
                trace.origin.project(),
                trace.origin.service());
    }
}
