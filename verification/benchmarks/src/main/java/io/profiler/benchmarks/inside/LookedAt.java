// SPDX-License-Identifier: Apache-2.0
package io.profiler.benchmarks.inside;

import io.profiler.point.TracePoint;
import io.profiler.report.Report;
import io.profiler.report.samples.Call;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Leaf;
import io.profiler.report.samples.Samples;
import java.util.List;

/** What traces tell of looks at known work: in which methods, and how many of them in the span that it works in. */
final class LookedAt {

    private final MethodCounts counts = new MethodCounts();
    private long inMethods;
    private long inRightSpan;
    private long inNoSpan;

    /** Adds a trace. */
    void add(List<TracePoint> points) {
        Report report = Report.of(points);
        Samples samples = Samples.of(report);
        report.spans().forEach(span -> add(samples.in(span), span.name()));
        add(samples.untold(), "");
    }

    private void add(CallForest forest, String span) {
        for (Leaf leaf : forest.leaves()) {
            int call = leaf.call();
            while (call != Call.NONE
                    && !MethodCounts.isOfWork(forest.calls().get(call).method())) {
                call = forest.calls().get(call).caller();
            }
            if (call != Call.NONE) {
                add(forest.calls().get(call).method(), leaf.looks(), span);
            }
        }
    }

    private void add(String call, long looks, String span) {
        KnownMethod method = counts.add(call, looks);
        if (method != null) {
            inMethods += looks;
            inRightSpan += method.span().equals(span) ? looks : 0;
            inNoSpan += span.isEmpty() ? looks : 0;
        }
    }

    MethodCounts counts() {
        return counts;
    }

    /** Of the looks at methods that are told of a span, in per cent. */
    double inRightSpan() {
        return 100.0 * inRightSpan / (inMethods - inNoSpan);
    }

    /** Of all looks at methods, in per cent. */
    double inNoSpan() {
        return 100.0 * inNoSpan / inMethods;
    }
}
