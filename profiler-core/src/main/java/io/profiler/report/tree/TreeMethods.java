// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.tree;

import io.profiler.report.Report;
import io.profiler.report.ReportSpan;
import io.profiler.report.internal.analysis.SampleWords;
import io.profiler.report.samples.Hotspot;
import io.profiler.report.samples.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods in which looks found spans most often, in a line. */
final class TreeMethods {

    private static final int MOST = 3;
    private static final double LEAST_SHARE = 0.05;

    private final TreePage page;
    private final Samples samples;

    TreeMethods(TreePage page, Report report) {
        this.page = page;
        this.samples = Samples.of(report);
    }

    /** How the trace was looked at; null if nobody looked. */
    @Nullable
    String head() {
        return SampleWords.of(samples, page.symbols().microsecond());
    }

    /** The hottest methods of spans; empty if they were looked at too seldom to tell. */
    String in(List<ReportSpan> spans) {
        List<Hotspot> hotspots = Hotspot.in(spans.stream().map(samples::in).toList());
        long looks = hotspots.stream().mapToLong(Hotspot::looks).sum();
        return looks < Hotspot.FEWEST_LOOKS ? "" : hottest(hotspots, looks);
    }

    private String hottest(List<Hotspot> hotspots, long looks) {
        List<String> words = new ArrayList<>();
        hotspots.stream()
                .limit(MOST)
                .filter(hotspot -> hotspot.looks() >= LEAST_SHARE * looks)
                .forEach(hotspot -> words.add(words(hotspot, looks)));
        if (words.size() < hotspots.size()) {
            words.add(page.symbols().ellipsis());
        }
        return String.join(", ", words);
    }

    private String words(Hotspot hotspot, long looks) {
        return hotspot.share(looks) + " " + page.visible(hotspot.method()) + " ("
                + hotspot.kind().label() + ")";
    }
}
