// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.verdict;

import io.profiler.report.ReportSpan;
import io.profiler.report.samples.Call;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Hotspot;
import io.profiler.report.samples.Leaf;
import io.profiler.report.samples.LookKind;
import io.profiler.report.samples.Samples;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method in which looks found the threads of requests most of the time, where that is the time of code and not of a call to
 * someone else. Of methods that call each other the innermost one that still has most of the time is told.
 */
final class HotMethod implements Detector {

    private static final double LEAST_SHARE = 0.4;
    private static final long LEAST_MICROS = 20_000;
    private static final double MOST = 0.5;

    private static final Comparator<LooksOfMethod> INNERMOST_FIRST =
            Comparator.comparingLong(LooksOfMethod::micros).thenComparingInt(method -> -method.depth());

    @Override
    public List<Finding> find(Evidence evidence) {
        Samples samples = Samples.of(evidence.report());
        LooksOfMethod method = samples.isEmpty() ? null : hottest(samples, evidence);
        if (method == null) {
            return List.of();
        }
        Finding finding = finding(method, evidence);
        explain(method, evidence.explained());
        return List.of(finding);
    }

    private static @Nullable LooksOfMethod hottest(Samples samples, Evidence evidence) {
        Map<String, LooksOfMethod> methods = new LinkedHashMap<>();
        for (ReportSpan span : evidence.times().onPath(span -> isCode(span, evidence))) {
            add(span, samples.in(span), evidence.explained().leftMicros(span), methods);
        }
        return methods.values().stream()
                .filter(method -> method.looks() >= Hotspot.FEWEST_LOOKS
                        && method.isNews()
                        && evidence.times().isMuch(method.micros(), LEAST_SHARE, LEAST_MICROS))
                .min(INNERMOST_FIRST)
                .orElse(null);
    }

    private static boolean isCode(ReportSpan span, Evidence evidence) {
        return (evidence.kinds().isCode(span) || evidence.kinds().isRequest(span))
                && !evidence.lasting().contain(span);
    }

    private static void add(ReportSpan span, CallForest forest, long ownMicros, Map<String, LooksOfMethod> methods) {
        long[] parts = forest.divide(ownMicros);
        for (int number = 0; number < parts.length; number++) {
            add(span, forest, forest.leaves().get(number), parts[number], methods);
        }
    }

    /** A method that calls itself counts once; what the JDK does is told by its caller. */
    private static void add(
            ReportSpan span, CallForest forest, Leaf leaf, long micros, Map<String, LooksOfMethod> methods) {
        Set<String> counted = new HashSet<>();
        for (int number = leaf.call();
                number != Call.NONE;
                number = forest.calls().get(number).caller()) {
            Call call = forest.calls().get(number);
            if (!call.isOfJdk() && counted.add(call.method())) {
                methods.computeIfAbsent(call.method(), LooksOfMethod::new)
                        .add(span, forest, leaf, micros, call.depth());
            }
        }
    }

    private static Finding finding(LooksOfMethod method, Evidence evidence) {
        List<ReportSpan> spans = method.spans();
        LookKind kind = method.kind();
        Words words = evidence.amount(method.micros())
                .and(" in the method ")
                .data(method.shortName())
                .and(where(spans, evidence))
                .and(", " + kind.words() + " in " + method.looks(kind) + " of " + method.looks() + " looks");
        return evidence.finding(Rule.HOT_METHOD, words, spans, method.micros());
    }

    private static void explain(LooksOfMethod method, Explained explained) {
        explained.addOwn(method.spans().stream()
                .filter(span -> method.microsIn(span) >= MOST * explained.leftMicros(span))
                .toList());
    }

    private static Words where(List<ReportSpan> spans, Evidence evidence) {
        return spans.size() == 1
                ? Words.of(" of ").data(SpanWords.of(spans.get(0)))
                : Words.of(" of " + spans.size() + " spans").and(SpanWords.below(spans, evidence.times()));
    }
}
