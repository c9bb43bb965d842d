// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import io.profiler.report.json.JsonReportRenderer;
import io.profiler.report.tree.TreeOptions;
import io.profiler.report.tree.TreeReportRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;

/** Renderings as text. */
public final class Rendering {

    /** Later than every trace of the tests. */
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2030-01-31T12:00:00Z"));

    private Rendering() {}

    public static String json(Report report) {
        return text(new JsonReportRenderer(), report);
    }

    public static String tree(Report report) {
        return text(new TreeReportRenderer(TreeOptions.plain(), CLOCK), report);
    }

    public static String text(ReportRenderer renderer, Report report) {
        try {
            StringBuilder text = new StringBuilder();
            renderer.render(report, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
