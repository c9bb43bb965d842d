// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli.trace;

import io.profiler.report.ReportRenderer;
import io.profiler.report.format.ChromeReportRenderer;
import io.profiler.report.format.DotReportRenderer;
import io.profiler.report.format.FoldedReportRenderer;
import io.profiler.report.format.MarkdownReportRenderer;
import io.profiler.report.format.OtlpReportRenderer;
import io.profiler.report.format.SpeedscopeReportRenderer;
import io.profiler.report.html.HtmlReportRenderer;
import io.profiler.report.json.JsonReportRenderer;
import java.util.Locale;
import java.util.function.Supplier;

/** The formats that an option of {@code trace show} names; without one it draws a tree. */
enum TraceFormat {
    JSON("As JSON, as osprofiler does.", JsonReportRenderer::new),
    VERDICT("As --json, with the verdict in a member beside osprofiler's.", JsonReportRenderer::withVerdict),
    HTML("As a page for a browser: one file that needs no network.", HtmlReportRenderer::new),
    MARKDOWN("As a summary in Markdown, for a pull request.", MarkdownReportRenderer::new),
    DOT("As a graph in Graphviz's DOT language.", DotReportRenderer::new),
    FOLDED("As folded stacks of self times in microseconds, for flame graph tools.", FoldedReportRenderer::new),
    CHROME("As Chrome trace events, for Perfetto and chrome://tracing.", ChromeReportRenderer::new),
    SPEEDSCOPE("In the file format of speedscope.app.", SpeedscopeReportRenderer::new),
    OTLP("As OTLP/JSON, for OpenTelemetry's tools.", OtlpReportRenderer::new);

    private final String description;
    private final Supplier<ReportRenderer> renderer;

    TraceFormat(String description, Supplier<ReportRenderer> renderer) {
        this.description = description;
        this.renderer = renderer;
    }

    String option() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    ReportRenderer renderer() {
        return renderer.get();
    }

    /** Whether the format has a place for what is wrong with the data, or says nothing about it as OSprofiler does. */
    boolean showsFindings() {
        return this == JSON || this == VERDICT || this == HTML || this == MARKDOWN;
    }
}
