// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.KindTimes;
import io.profiler.report.internal.analysis.KindWords;
import io.profiler.report.samples.CallForest;
import io.profiler.report.samples.Hotspot;
import io.profiler.report.samples.SampleWords;
import io.profiler.report.samples.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods in which looks found spans most often, in a line. */
final class TreeMethods {

    private static final int MOST = 3;
    private static final double LEAST_SHARE = 0.05;

    private final TreePage page;
    private final Report report;
    private final Samples samples;

    TreeMethods(TreePage page, Report report) {
        this.page = page;
        this.report = report;
        this.samples = Samples.of(report);
    }

    /** How the trace was looked at; null if nobody looked. */
    @Nullable
    String head() {
        return SampleWords.of(samples, page.symbols().microsecond());
    }

    /** What threads did; null if nobody looked. */
    @Nullable
    String kinds() {
        String kinds = KindWords.of(KindTimes.of(report, samples));
        return kinds.isEmpty() ? null : "threads: " + kinds;
    }

    /** The hottest methods of a span; empty if it was looked at too seldom to tell. */
    String in(ReportSpan span) {
        CallForest forest = samples.in(span);
        return forest.count() < Hotspot.FEWEST_LOOKS ? "" : hottest(forest);
    }

    private String hottest(CallForest forest) {
        List<Hotspot> hotspots = forest.hotspots();
        List<String> words = new ArrayList<>();
        hotspots.stream()
                .limit(MOST)
                .filter(hotspot -> hotspot.looks() >= LEAST_SHARE * forest.count())
                .forEach(hotspot -> words.add(words(hotspot, forest)));
        if (words.size() < hotspots.size()) {
            words.add(page.symbols().ellipsis());
        }
        return String.join(", ", words);
    }

    private String words(Hotspot hotspot, CallForest forest) {
        return forest.share(hotspot.looks()) + " " + page.visible(hotspot.method()) + " ("
                + hotspot.kind().label() + ")";
    }
}
