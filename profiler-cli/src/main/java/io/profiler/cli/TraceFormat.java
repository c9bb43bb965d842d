// SPDX-License-Identifier: Apache-2.0
package io.profiler.cli;

import io.profiler.report.JsonReportRenderer;
import io.profiler.report.ReportRenderer;
import java.util.Locale;
import java.util.function.Supplier;

/** The formats that an option of {@code trace show} names; without one it draws a tree. */
enum TraceFormat {
    JSON("Show the trace as JSON, as osprofiler does.", JsonReportRenderer::new);

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
}
