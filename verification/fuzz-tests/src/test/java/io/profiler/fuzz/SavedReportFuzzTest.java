// SPDX-License-Identifier: Apache-2.0
package io.profiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.profiler.report.InvalidReportException;
import io.profiler.report.Report;
import io.profiler.report.ReportRenderer;
import io.profiler.report.compare.Comparison;
import io.profiler.report.compare.ComparisonPage;
import io.profiler.report.format.ChromeReportRenderer;
import io.profiler.report.format.DotReportRenderer;
import io.profiler.report.format.FoldedReportRenderer;
import io.profiler.report.format.MarkdownReportRenderer;
import io.profiler.report.format.OtlpReportRenderer;
import io.profiler.report.format.SpeedscopeReportRenderer;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.report.json.JsonReportRenderer;
import io.profiler.report.saved.SavedReport;
import io.profiler.report.tree.TreeOptions;
import io.profiler.report.tree.TreeReportRenderer;
import java.io.IOException;
import java.util.List;

/** Saved reports that anybody may have written, in each form that they are shown in. */
class SavedReportFuzzTest {

    private static final int LONGEST = 20_000;

    private static final List<ReportRenderer> FILES = List.of(
            new JsonReportRenderer(),
            new ChromeReportRenderer(),
            new SpeedscopeReportRenderer(),
            new OtlpReportRenderer());

    private static final List<ReportRenderer> TEXTS = List.of(
            new MarkdownReportRenderer(),
            new DotReportRenderer(),
            new FoldedReportRenderer(),
            new TreeReportRenderer(TreeOptions.plain()));

    @FuzzTest(maxDuration = "60s")
    void areShownOrRefused(FuzzedDataProvider data) throws IOException {
        String text = data.consumeString(LONGEST);
        try {
            show(SavedReport.read(text));
        } catch (InvalidReportException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
        }
    }

    private static void show(Report report) throws IOException {
        for (ReportRenderer file : FILES) {
            assertThat(rendered(file, report)).isNotEmpty();
        }
        for (ReportRenderer text : TEXTS) {
            assertThat(rendered(text, report).chars().anyMatch(SavedReportFuzzTest::isUnseen))
                    .as(text.getClass().getSimpleName())
                    .isFalse();
        }
        requireNoMarkup(rendered(new HtmlReportRenderer(), report));
        new ComparisonPage().render(Comparison.of(report, report), new StringBuilder());
    }

    private static String rendered(ReportRenderer renderer, Report report) throws IOException {
        StringBuilder text = new StringBuilder();
        renderer.render(report, text);
        return text.toString();
    }

    private static boolean isUnseen(int c) {
        return c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x202e;
    }

    private static void requireNoMarkup(String page) {
        String data = page.substring(page.indexOf("id=\"data\">") + 10);
        assertThat(data.substring(0, data.indexOf("</script>"))).doesNotContain("<", ">");
        String title = page.substring(page.indexOf("<title>") + 7, page.indexOf("</title>"));
        assertThat(title).doesNotContain("<");
    }
}
