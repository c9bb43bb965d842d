// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.internal.BoundedTime;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.Operation;
import io.profiler.report.internal.analysis.RequestKey;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Hotspot;
import io.profiler.report.samples.LookedTime;
import io.profiler.report.samples.Samples;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts each microsecond of a critical path under one cause. What a JVM has measured counts first; between two looks at a span
 * the time is that of the nearer one; a span that was too short to be looked at had what others had that do the same; and of a
 * time in which nobody looked, nothing is known. Used once.
 */
final class CauseTimes {

    private static final long MICROS_PER_MILLI = 1_000;

    /** Of looks that do not say how often they were, nothing is sure. */
    private static final double NOT_TOLD = 1e18;

    private final Evidence evidence;
    private final Samples samples;
    private final boolean areEnough;
    private final JvmKnowledge jvm;
    private final Map<String, Double> everyMicros = new HashMap<>();
    private final Map<String, LookedTime> looked = new HashMap<>();
    private final Map<String, CauseDraft> requests = new LinkedHashMap<>();
    private final Map<Operation, AlikeSpans> alike = new LinkedHashMap<>();

    private CauseTimes(Evidence evidence) {
        this.evidence = evidence;
        this.samples = Samples.of(evidence.report());
        this.areEnough = samples.count() >= Hotspot.FEWEST_LOOKS;
        this.jvm = JvmKnowledge.of(evidence.report());
        if (areEnough) {
            samples.samplings()
                    .forEach(
                            sampling -> looked.merge(RequestKey.of(sampling.top()), sampling.looked(), LookedTime::or));
        }
        samples.samplings().stream()
                .filter(sampling -> sampling.everyMillis() > 0)
                .forEach(sampling -> everyMicros.merge(
                        RequestKey.of(sampling.top()), MICROS_PER_MILLI * sampling.everyMillis(), Math::max));
    }

    /** Nothing if nobody looked often enough, and no JVM tells anything. */
    static Causes of(Evidence evidence) {
        CauseTimes times = new CauseTimes(evidence);
        return times.areEnough || !times.jvm.isSilent() ? times.causes() : Causes.UNTOLD;
    }

    private Causes causes() {
        evidence.parts().forEach(part -> alikeTo(part.span()).add(part.span(), forest(part.span())));
        evidence.parts().forEach(this::add);
        double longest =
                everyMicros.values().stream().mapToDouble(every -> every).max().orElse(NOT_TOLD);
        alike.values().forEach(spans -> spans.divide(longest));
        CauseDraft all = new CauseDraft();
        ProcessorTimes processor = new ProcessorTimes(evidence.report());
        requests.forEach((request, draft) -> {
            Long micros = processor.of(request);
            if (micros != null) {
                draft.bound(micros, mistake(request, draft));
            }
            draft.addTo(all);
        });
        return all.causes(evidence.times().totalMicros());
    }

    /** How much looks may be wrong about running: not at all where all that is no running was measured. */
    private long mistake(String request, CauseDraft draft) {
        return jvm.isWhole(request)
                ? 0
                : (long) (2 * Math.sqrt(everyMicros.getOrDefault(request, NOT_TOLD) * draft.get(Cause.RUNNING)));
    }

    private AlikeSpans alikeTo(ReportSpan span) {
        return alike.computeIfAbsent(
                evidence.kinds().operation(span),
                missing -> new AlikeSpans(evidence.kinds().layer(span)));
    }

    private CallForest forest(ReportSpan span) {
        return areEnough ? samples.in(span) : CallForest.EMPTY;
    }

    private void add(PathPart part) {
        ReportSpan span = part.span();
        long moved = BoundedTime.minus(evidence.extents().fromMicros(span), span.startedMicros());
        long from = BoundedTime.minus(part.fromMicros(), moved);
        long to = BoundedTime.plus(from, part.durationMicros());
        AlikeSpans spans = alikeTo(span);
        CauseDraft draft = requests.computeIfAbsent(RequestKey.of(span), missing -> new CauseDraft());
        KnownTime known = jvm.within(span, from, to);
        for (KnownPiece piece : known.pieces()) {
            Cause cause = spans.measured(piece.cause());
            draft.addMeasured(cause, piece.micros());
            spans.addTold(cause, piece.micros());
        }
        PathLooks looks = new PathLooks(forest(span), spans, known);
        LookedTime when = looked.getOrDefault(RequestKey.of(span), LookedTime.ANY);
        draft.add(spans.unlooked(), known.add(looks.unlooked(from, to, when)));
        looks.divide(from, to, draft);
    }
}
