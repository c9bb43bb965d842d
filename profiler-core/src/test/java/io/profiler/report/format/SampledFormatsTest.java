// SPDX-License-Identifier: Apache-2.0
package io.profiler.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.profiler.report.Rendering;
import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.samples.SampledTrace;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Methods that looks found are shown inside the spans they were found in. */
class SampledFormatsTest {

    private static final int MOST_CHARACTERS = 40_000_000;

    @Test
    void foldedStacksDivideTheTimeOfASpan() {
        assertThat(Rendering.text(new FoldedReportRenderer(), SampledTrace.shop()))
                .isEqualTo("""
                wsgi;com.acme.Shop.list;com.acme.Price.of 40000
                wsgi;com.acme.Shop.list;com.acme.Price.of;java.util.HashMap.get 100000
                wsgi;com.acme.Shop.list;com.acme.Stock.lock;jdk.internal.misc.Unsafe.park;[lock] 40000
                wsgi;db;java.net.Socket.read;[socket] 20000""");
    }

    /** Looks at 5, 50, 60, 70, 80 and 90 ms, of which each stands for 10 ms, and one at 30 ms for all of the query. */
    @Test
    void chromesTraceHasThemWhenTheyWereSeen() {
        JsonNode trace = json(new ChromeReportRenderer(), SampledTrace.shop());

        assertThat(trace.get("traceEvents")
                        .valueStream()
                        .filter(event -> event.get("ph").asString().equals("X"))
                        .map(event -> event.get("name").asString() + " " + event.get("ts") + "+" + event.get("dur")))
                .containsExactly(
                        "wsgi 0+200000",
                        "com.acme.Shop.list 0+15000",
                        "com.acme.Price.of 0+15000",
                        "db 20000+20000",
                        "java.net.Socket.read 20000+20000",
                        "[socket] 20000+20000",
                        "com.acme.Shop.list 40000+60000",
                        "com.acme.Price.of 40000+45000",
                        "java.util.HashMap.get 40000+45000",
                        "com.acme.Stock.lock 85000+15000",
                        "jdk.internal.misc.Unsafe.park 85000+15000",
                        "[lock] 85000+15000");
    }

    /** One look stands for 40.8 ms. */
    @Test
    void chromesTraceHasNoMethodsWhereNobodyLooked() {
        Report late = SampledTrace.report(
                SampledTrace.samples(1, 0, SampledTrace.FRAMES, SampledTrace.entry("r", "0=1r", "1000:0")));

        assertThat(json(new ChromeReportRenderer(), late)
                        .get("traceEvents")
                        .valueStream()
                        .filter(event -> event.get("name").asString().equals("com.acme.Shop.list"))
                        .map(event -> event.get("ts") + "+" + event.get("dur")))
                .containsExactly("59200+81600");
    }

    @Test
    void speedscopeHasThemByTimeAndAddedUp() {
        String text = Rendering.text(new SpeedscopeReportRenderer(), SampledTrace.shop());
        JsonNode profiles = JsonMapper.shared().readTree(text).get("profiles");

        assertThat(SpeedscopeReportRendererTest.SCHEMA.validate(text, InputFormat.JSON))
                .isEmpty();
        assertThat(profiles.get(0).get("events")).hasSize(24);
        assertThat(profiles.get(1).get("weights")).hasToString("[40000,100000,40000,20000]");
        assertThat(profiles.get(1).get("endValue").asLong()).isEqualTo(200_000);
    }

    @Test
    void theTreeNamesTheHottestMethodsOfASpanThatWasLookedAtOften() {
        assertThat(Rendering.tree(SampledTrace.shop()).lines())
                .contains("21 looks at its threads, one every 10.2 ms, 1 of them not told")
                .contains("threads: running 70 %, lock 20 %, database 10 %")
                .filteredOn(line -> line.contains("com.acme"))
                .singleElement()
                .asString()
                .endsWith(" │  78 % com.acme.Price.of (running), 22 % com.acme.Stock.lock (lock)");
    }

    @Test
    void theSummaryHasATableOfMethods() {
        assertThat(Rendering.text(new MarkdownReportRenderer(Rendering.CLOCK), SampledTrace.shop()))
                .contains("""
                        ### By method

                        21 looks at its threads, one every 10.2 ms, 1 of them not told.

                        | Method | Doing | Looks | Self | Share |
                        |---|---:|---:|---:|---:|
                        | `com.acme.Price.of` | running | 15 | 140 ms | 70.0 % |
                        | `com.acme.Stock.lock` | lock | 4 | 40.0 ms | 20.0 % |
                        | `java.net.Socket.read` | socket | 1 | 20.0 ms | 10.0 % |""");
    }

    @ParameterizedTest
    @MethodSource("io.profiler.report.samples.HostileSamples#all")
    void hostileOnesAreShownInEveryForm(Report report) throws IOException {
        for (ReportRenderer renderer : LargeTraceTest.RENDERERS) {
            assertThat(Rendering.text(renderer, report)).hasSizeLessThan(MOST_CHARACTERS);
        }
        assertThat(Rendering.tree(report)).isNotEmpty();
        assertThat(SpeedscopeReportRendererTest.SCHEMA.validate(
                        Rendering.text(new SpeedscopeReportRenderer(), report), InputFormat.JSON))
                .isEmpty();
        assertThat(Rendering.text(new FoldedReportRenderer(), report)
                        .lines()
                        .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum())
                .isEqualTo(200_000);
    }

    private static JsonNode json(ReportRenderer renderer, Report report) {
        return JsonMapper.shared().readTree(Rendering.text(renderer, report));
    }
}
