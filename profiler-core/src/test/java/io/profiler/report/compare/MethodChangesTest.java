// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.compare;

import static io.profiler.report.samples.SampledTrace.FRAMES;
import static io.profiler.report.samples.SampledTrace.entry;
import static io.profiler.report.samples.SampledTrace.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.profiler.report.RecordedTrace;
import io.profiler.report.Report;
import io.profiler.report.samples.SampledTrace;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MethodChangesTest {

    private static final Report LOCKED = SampledTrace.report(
            samples(18, 0, FRAMES, entry("r", "0(1=1r(2=1r) 4(5=16l))", null), entry("q", "3=1n", null)));

    private static Comparison comparison() {
        return Comparison.of(SampledTrace.shop(), LOCKED);
    }

    @Test
    void areOfThePathsThatLeadToThemFromTheirSpans() {
        MethodChanges.Path most = comparison().methods().paths().get(0);

        assertThat(most.spans()).isEqualTo(1);
        assertThat(most.change().path())
                .extracting(Step::words)
                .containsExactly("wsgi", FRAMES.get(0), FRAMES.get(4), FRAMES.get(5), "[lock]");
        assertThat(most.change().selfDifferenceMicros()).isEqualTo(120_000);
        assertThat(most.change().differenceOfCounts()).isEqualTo(12);
    }

    @Test
    void addUpToTheTimeOfTheirSpans() {
        assertThat(comparison().methods().paths().stream()
                        .mapToLong(path -> path.change().after().selfMicros().median())
                        .sum())
                .isEqualTo(200_000);
    }

    @Test
    void areSaidWhereTheyAreNoChance() {
        assertThat(new ComparisonWords(comparison(), StandardCharsets.UTF_8).causes())
                .extracting(sentence -> sentence.line(data -> data))
                .containsExactly(
                        "−120 ms in the method com.acme.Price.of (running), 15 → 2 looks",
                        "+120 ms in the method com.acme.Stock.lock (lock), 4 → 16 looks");
    }

    @Test
    void areNoneUnlessAllTracesWereLookedAt() {
        Report other = SampledTrace.report("nothing");

        assertThat(Comparison.of(SampledTrace.shop(), other).methods()).isEqualTo(MethodChanges.NONE);
        assertThat(Comparison.of(List.of(other, LOCKED), List.of(LOCKED)).methods())
                .isEqualTo(MethodChanges.NONE);
    }

    @Test
    void areOnThePageWhereTheyAreAnywhere() throws IOException {
        assertThat(page(comparison())).contains("\"methods\":[{\"place\":").contains("\"looks\":[4,16]");
        Report recorded = RecordedTrace.named("two-services").report();
        assertThat(page(Comparison.of(recorded, recorded))).doesNotContain("\"methods\":[");
    }

    private static String page(Comparison comparison) throws IOException {
        StringBuilder page = new StringBuilder();
        new ComparisonPage().render(comparison, page);
        return page.toString();
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.samples.HostileSamples#all")
    void ofHostileTracesAreBounded(Report report) throws IOException {
        Comparison comparison = Comparison.of(report, SampledTrace.shop());

        assertThat(comparison.methods().paths()).hasSizeLessThan(50_000);
        new ComparisonPage().render(comparison, Writer.nullWriter());
    }
}
