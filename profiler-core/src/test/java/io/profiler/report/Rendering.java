// SPDX-License-Identifier: Apache-2.0
package io.profiler.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Renderings as text. */
final class Rendering {

    private Rendering() {}

    static String json(Report report) {
        return text(new JsonReportRenderer(), report);
    }

    static String tree(Report report) {
        return text(new TreeReportRenderer(TreeOptions.plain()), report);
    }

    static String text(ReportRenderer renderer, Report report) {
        try {
            StringBuilder text = new StringBuilder();
            renderer.render(report, text);
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
