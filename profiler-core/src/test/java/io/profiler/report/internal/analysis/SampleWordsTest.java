// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.internal.analysis;

import static io.profiler.report.samples.SampledTrace.FRAMES;
import static io.profiler.report.samples.SampledTrace.entry;
import static io.profiler.report.samples.SampledTrace.report;
import static io.profiler.report.samples.SampledTrace.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.TracePoints;
import io.profiler.report.format.MarkdownReportRenderer;
import io.profiler.report.samples.SampledTrace;
import io.profiler.report.samples.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleWordsTest {

    private static final String NONE = "no thread of it was looked at, since the sampler took no more requests";
    private static final Map<String, Object> REFUSED = Map.of("taken", 0, "left_out", 0, "refused", true);

    private static String words(Report report) {
        return SampleWords.of(Samples.of(report), "µs");
    }

    @Test
    void sayHowOftenItWasLookedAt() {
        assertThat(words(SampledTrace.shop()))
                .isEqualTo("21 looks at its threads, one every 10.2 ms, 1 of them not told");
        assertThat(words(report(samples(9, 2, FRAMES, entry("r", "0=7r", null)))))
                .isEqualTo("9 looks at its threads, one every 10.2 ms, 2 of them not told");
        assertThat(words(report(Map.of("taken", 1)))).isEqualTo("1 look at its threads, 1 of them not told");
        assertThat(words(Report.of(List.of()))).isNull();
    }

    @Test
    void sayWhyThereAreNone() {
        Report refused = report(REFUSED);

        assertThat(words(refused)).isEqualTo(NONE);
        assertThat(Rendering.tree(refused).lines()).contains(NONE);
        assertThat(Rendering.text(new MarkdownReportRenderer(Rendering.CLOCK), refused))
                .endsWith("### By method\n\n" + NONE + ".");
        assertThat(Samples.of(refused).isEmpty()).isTrue();
    }

    @Test
    void sayOfHowManyRequestsThereAreNone() {
        Object looks = samples(1, 0, FRAMES, entry("a", "0=1r", null));

        assertThat(words(TracePoints.report(
                        Stream.of(
                                TracePoints.start("wsgi", "a", "base", 0),
                                TracePoints.point("wsgi-stop", "a", "base", 90, Map.of("samples", looks))),
                        Stream.of(
                                TracePoints.start("wsgi", "b", "base", 100),
                                TracePoints.point("wsgi-stop", "b", "base", 190, Map.of("samples", REFUSED))))))
                .isEqualTo(
                        "1 look at its threads, one every 10.2 ms; no thread of 1 more request was looked at, since the sampler"
                                + " took no more requests");
    }
}
