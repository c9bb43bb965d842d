// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import io.profiler.internal.BoundedTime;
import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Hotspot;
import io.profiler.report.samples.Leaf;
import io.profiler.report.samples.LookKind;
import io.profiler.report.samples.Samples;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What threads did in the time that the end of a trace waited for. The parts add up to it. Spans that do the same are taken
 * together, so that those count which were too short to be looked at. Where nobody looked, a call to a database or to another
 * service is what its span is, and of all else nothing is known.
 */
public final class KindTimes {

    private final Samples samples;
    private final Map<LookKind, Long> micros = new EnumMap<>(LookKind.class);

    /** Spans that do the same. */
    private static final class Group {

        private final List<CallForest> forests = new ArrayList<>();
        private long micros;
    }

    private KindTimes(Samples samples) {
        this.samples = samples;
    }

    /** Microseconds by kind, without those that took none; nothing if nobody looked often enough. */
    public static Map<LookKind, Long> of(Report report, Samples samples) {
        return samples.count() < Hotspot.FEWEST_LOOKS ? Map.of() : new KindTimes(samples).of(CriticalPath.of(report));
    }

    private Map<LookKind, Long> of(List<PathSegment> path) {
        Map<ReportSpan, Long> bySpan = new IdentityHashMap<>();
        path.forEach(segment -> bySpan.merge(segment.span(), segment.durationMicros(), BoundedTime::plus));
        Map<Operation, Group> groups = new LinkedHashMap<>();
        bySpan.forEach((span, pathMicros) ->
                add(groups.computeIfAbsent(Operation.of(span), key -> new Group()), span, pathMicros));
        groups.forEach(this::divide);
        micros.values().removeIf(kindMicros -> kindMicros == 0);
        return micros;
    }

    private void add(Group group, ReportSpan span, long pathMicros) {
        group.micros = BoundedTime.plus(group.micros, pathMicros);
        group.forests.add(samples.in(span));
    }

    private void divide(Operation operation, Group group) {
        long looks = group.forests.stream().mapToLong(CallForest::count).sum();
        if (looks == 0) {
            add(unlooked(operation), group.micros);
            return;
        }
        long before = 0;
        for (CallForest forest : group.forests) {
            for (Leaf leaf : forest.leaves()) {
                long after = before + leaf.looks();
                add(leaf.kind(), part(group.micros, after, looks) - part(group.micros, before, looks));
                before = after;
            }
        }
    }

    private static long part(long whole, long looks, long of) {
        return looks == of ? whole : Math.min(whole, (long) ((double) whole * looks / of));
    }

    private static LookKind unlooked(Operation operation) {
        Layer layer = Layer.of(operation.name());
        return layer.isDatabase() ? LookKind.DATABASE : layer.isRemote() ? LookKind.SOCKET : LookKind.UNKNOWN;
    }

    private void add(LookKind kind, long kindMicros) {
        micros.merge(kind, kindMicros, BoundedTime::plus);
    }
}
